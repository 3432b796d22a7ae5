import { words } from '#lib/entities/words.ts';
import type { NameAt } from './names-english.ts';

const CAPITAL = /^\p{Lu}/u;
const SENTENCE_END = /[.!?…:;»"”]\s*[«"“]?$|^$|\n/u;

/** The runs of capitalised words in a text: what there is for languages whose parts of speech no model tells. */
export function capitalisedNames(text: string): NameAt[] {
  const names: NameAt[] = [];
  let open: NameAt | null = null;
  let end = 0;
  for (const { text: word, span } of words(text)) {
    const gap = text.slice(end, span[0]);
    if (!CAPITAL.test(word)) open = null;
    else if (open && /^[ -]$/u.test(gap)) open.span = [open.span[0], span[1]];
    else {
      open = { span, begins: SENTENCE_END.test(text.slice(0, span[0]).slice(-3)) };
      names.push(open);
    }
    end = span[1];
  }
  return names;
}
