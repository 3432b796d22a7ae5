import type { Span } from '#lib/report/finding.ts';

/** A word of a text: as written, where it stands, and `key`, what is compared. */
export interface Word {
  text: string;
  key: string;
  span: Span;
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*|\p{N}+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const ENDINGS = [
  ...['иями', 'остями'],
  ...['ого', 'его', 'ому', 'ему', 'ыми', 'ими', 'іми', 'ами', 'ями', 'ові', 'еві', 'ією', 'ією'],
  ...['ии', 'ыи', 'ои', 'еи', 'ым', 'им', 'ім', 'ом', 'ем', 'ых', 'их', 'іх', 'ая', 'яя', 'ую', 'юю', 'ое', 'ее'],
  ...['ые', 'ие', 'ою', 'ею', 'єю', 'ам', 'ям', 'ах', 'ях', 'ів', 'ов', 'ев', 'ію', 'ія'],
  ...['а', 'я', 'у', 'ю', 'о', 'е', 'и', 'ы', 'і', 'ь', 'є'],
];
const SHORTEST_STEM = 3;

/** Without accents, case and apostrophes: "Türkiye" -> "turkiye", "Ярослав’я" -> "ярославя". */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’ʼ]/g, '').replace(/ё/g, 'е');
}

/** A Ukrainian or Russian noun or adjective without its case ending, so that one alias finds all its forms. */
function stem(word: string): string {
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM);
  let rest = ending ? word.slice(0, -ending.length) : word;
  while (rest.length > SHORTEST_STEM && /[аеиоуыіюяєь]$/.test(rest)) rest = rest.slice(0, -1);
  return rest;
}

function keyOf(written: string): string {
  const bare = written.replace(/['’ʼ]s$/i, '');
  const folded = fold(bare);
  return CYRILLIC.test(folded) ? stem(folded) : folded;
}

/** The words of a text in order; hyphens part words, so that "US-Iran" is two. */
export function words(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    key: keyOf(match[0]),
    span: [match.index, match.index + match[0].replace(/['’ʼ]s$/i, '').length],
  }));
}
