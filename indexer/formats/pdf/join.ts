import { clean, withoutMarks } from '../clean.ts';
import type { Line } from './lines.ts';

const BROKEN = /(\p{L}+)([-\u00ad\u2010])\s*$/u;
const WORD = /\p{L}+(?:[-\u2010]\p{L}+)*/gu;

const CLOSED = /[.!?:;…]["”»’')\]]*\s*$/;

/** Does a sentence or a part of one end here, footnote marks aside? */
export function isClosed(text: string): boolean {
  return CLOSED.test(withoutMarks(text));
}

/** The words of a text as they stand within its lines, lower-case: "long-term" as one, and as two. */
export function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines)
    for (const [word] of text.toLowerCase().replaceAll('\u2010', '-').replace(BROKEN, '').matchAll(WORD)) {
      words.add(word);
      for (const part of word.split('-')) words.add(part);
    }
  return words;
}

/** Is the hyphen at a line's end the word's own ("long-term"), rather than the line's? */
function isOwn(before: string, behind: string, words: ReadonlySet<string>): boolean {
  const [head, tail] = [before.toLowerCase(), behind.toLowerCase()];
  if (words.has(`${head}${tail}`)) return false;
  return words.has(`${head}-${tail}`) || (words.has(head) && words.has(tail));
}

/** Lines as one text; words that were broken at a line's end are whole again. */
export function joined(lines: readonly Line[], words: ReadonlySet<string>): string {
  return clean(
    lines.reduce((text, line) => {
      const next = line.text.trim();
      const [found, before = '', hyphen] = BROKEN.exec(text) ?? [];
      const behind = /^[\p{L}\p{N}]+/u.exec(next)?.[0];
      if (text === '' || found === undefined || !behind) return text === '' ? next : `${text} ${next}`;
      const head = text.trimEnd().slice(0, -1);
      const own = !/^\p{Ll}/u.test(behind) || isOwn(before, behind, words);
      return hyphen !== '\u00ad' && own ? `${head}-${next}` : `${head}${next}`;
    }, ''),
  );
}
