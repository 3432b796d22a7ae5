/** The signs of the grammar that a reader may want next. */
export type Sign = '-' | '"';

/** What is being typed, as far as help goes. */
export interface Typed {
  /** The last words before the caret, which may begin a name; '' within a word or a phrase. */
  name: string;
  /** Is it to be left out? */
  negated: boolean;
  /** Which signs fit. */
  signs: Sign[];
}

/** More words than most names have. */
const MOST_WORDS = 5;

/** @param caret in UTF-16 code units. */
export function readTyped(text: string, caret: number): Typed {
  const head = text.slice(0, caret).replace(/[“”„«»]/g, '"');
  const none = { name: '', negated: false, signs: [] };
  if (/^[^\s"]/.test(text.slice(caret))) return none;
  const parts = head.split('"');
  const tail = parts.at(-1) ?? '';
  if (parts.length % 2 === 0) return { ...none, signs: tail === '' ? ['"'] : [] };
  const words = tail.trim().split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? '';
  if (last === '-') return { ...none, signs: ['-'] };
  const signs: Sign[] = /\S\s+$/.test(head) ? ['-', '"'] : [];
  if (last.startsWith('-')) return { name: last.slice(1), negated: true, signs };
  const after = words.findLastIndex((word) => word.startsWith('-')) + 1;
  return { name: words.slice(after).slice(-MOST_WORDS).join(' '), negated: false, signs };
}

/** The text without the last `words` before the caret, nor a minus at them. */
export function withoutLast(text: string, caret: number, words: number): string {
  const head = text.slice(0, caret).replace(new RegExp(`(?:[^\\s"“”„«»]+\\s*){${words}}$`, 'u'), '');
  return `${head}${text.slice(caret)}`.replace(/\s+/g, ' ').trim();
}

/** The text with a sign at the caret, if it is not there already, and where the caret is then. */
export function withSign(text: string, caret: number, sign: Sign): { text: string; caret: number } {
  const [head, tail] = [text.slice(0, caret), text.slice(caret)];
  const signed = head.endsWith(sign) ? head : `${head}${sign}`;
  return { text: signed + tail, caret: signed.length };
}
