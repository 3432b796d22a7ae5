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
  ...['ого', 'его', 'ому', 'ему', 'ыми', 'ими', 'іми', 'ами', 'ями', 'ові', 'еві', 'ією'],
  ...['ии', 'ыи', 'ои', 'еи', 'ым', 'им', 'ім', 'ом', 'ем', 'ых', 'их', 'іх', 'ая', 'яя', 'ую', 'юю', 'ое', 'ее'],
  ...['ые', 'ие', 'ою', 'ею', 'єю', 'ам', 'ям', 'ах', 'ях', 'ію', 'ія'],
  ...['а', 'я', 'у', 'ю', 'о', 'е', 'и', 'ы', 'і', 'ь', 'є'],
]);
const ENDING_LENGTHS = [...new Set(Array.from(ENDINGS, ({ length }) => length))].sort((a, b) => b - a);
/** The end of names ("Харків", "Лавров") and of plurals ("танків"), which case endings may follow: "Харкова". */
const POSSESSIVE_ENDING = /(?:ів|ов|ев|єв)$/;
const SHORTEST_STEM = 3;
/** British spellings of words that names have. */
const AMERICAN = new Map(
  Object.entries({
    defence: 'defense',
    defences: 'defenses',
    centre: 'center',
    centres: 'centers',
    programme: 'program',
    programmes: 'programs',
    labour: 'labor',
    harbour: 'harbor',
    armoured: 'armored',
    armour: 'armor',
    manoeuvre: 'maneuver',
    theatre: 'theater',
    fibre: 'fiber',
    grey: 'gray',
  }),
);

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
  // Of shorter ones too little would be left: "Алиев" is no form of "Али".
  rest = rest.length > SHORTEST_STEM + 2 ? rest.replace(POSSESSIVE_ENDING, '') : rest.replace(/ів$/, 'ов');
  // "у Костянтинівці" of Костянтинівка
  return rest.endsWith('івц') ? `${rest.slice(0, -1)}к` : rest;
}

/** In American spelling, as the register is: "defence" -> "defense", "organisation" -> "organization". */
export function american(folded: string): string {
  return AMERICAN.get(folded) ?? (folded.length > 7 ? folded.replace(/isation(s?)$/, 'ization$1') : folded);
}

function wordOf(match: RegExpExecArray): Word {
  const [text] = match;
  const bare = text.replace(POSSESSIVE, '');
  const folded = fold(bare);
  const key = CYRILLIC.test(folded) ? stem(folded) : american(folded);
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
