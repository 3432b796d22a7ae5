import type { Span } from '#lib/report/finding.ts';

/** A word of a text: as written, where it stands, and `key`, what is compared. */
export interface Word {
  text: string;
  key: string;
  span: Span;
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*|\p{N}+/u;
const EVERY_WORD = new RegExp(WORD, 'gu');
const ASCII = /^[ -~]*$/;
const POSSESSIVE = /['’ʼ]s$/i;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const ENDINGS = new Set([
  ...['иями', 'остями'],
  ...['ого', 'его', 'ому', 'ему', 'ыми', 'ими', 'іми', 'ами', 'ями', 'ові', 'еві', 'ією', 'ією'],
  ...['ии', 'ыи', 'ои', 'еи', 'ым', 'им', 'ім', 'ом', 'ем', 'ых', 'их', 'іх', 'ая', 'яя', 'ую', 'юю', 'ое', 'ее'],
  ...['ые', 'ие', 'ою', 'ею', 'єю', 'ам', 'ям', 'ах', 'ях', 'ів', 'ов', 'ев', 'ію', 'ія'],
  ...['а', 'я', 'у', 'ю', 'о', 'е', 'и', 'ы', 'і', 'ь', 'є'],
]);
const ENDING_LENGTHS = [...new Set(Array.from(ENDINGS, ({ length }) => length))].sort((a, b) => b - a);
const SHORTEST_STEM = 3;

/** Without accents, case and apostrophes: "Türkiye" -> "turkiye", "Ярослав’я" -> "ярославя". */
export function fold(text: string): string {
  // Most words are ASCII, of which this is all that the rest would change.
  if (ASCII.test(text)) return text.toLowerCase().replaceAll("'", '');
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’ʼ]/g, '').replace(/ё/g, 'е');
}

/** A Ukrainian or Russian noun or adjective without its case ending, so that one alias finds all its forms. */
function stem(word: string): string {
  const ending = ENDING_LENGTHS.find(
    (length) => word.length - length >= SHORTEST_STEM && ENDINGS.has(word.slice(-length)),
  );
  let rest = ending ? word.slice(0, -ending) : word;
  while (rest.length > SHORTEST_STEM && /[аеиоуыіюяєь]$/.test(rest)) rest = rest.slice(0, -1);
  return rest;
}

function wordOf(match: RegExpExecArray): Word {
  const [text] = match;
  const bare = text.replace(POSSESSIVE, '');
  const folded = fold(bare);
  const key = CYRILLIC.test(folded) ? stem(folded) : folded;
  return { text, key, span: [match.index, match.index + bare.length] };
}

/** The words of a text in order; hyphens part words, so that "US-Iran" is two. */
export function words(text: string): Word[] {
  return Array.from(text.matchAll(EVERY_WORD), wordOf);
}

/** Two names of one key are one to the matcher. */
export function keyOf(text: string): string {
  return words(text)
    .map(({ key }) => key)
    .join(' ');
}

const PLAIN_START = /^[A-Za-z]+(?=[ ,.-]|$)/;

/** The key of a text's first word, or ''. */
export function firstKey(text: string): string {
  const plain = PLAIN_START.exec(text)?.[0];
  if (plain) return plain.toLowerCase();
  const match = WORD.exec(text);
  return match ? wordOf(match).key : '';
}
