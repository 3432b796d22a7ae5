import damerauLevenshtein from 'damerau-levenshtein';
import { fold } from '#lib/entities/words.ts';
import { parseTerms } from './terms.ts';

const SHORTEST = 4;
const MOST_A_WORD = 2;
const MOST_WORDS = 3;

/** A known word, as it is to be written, and how frequent it is. */
export interface KnownWord {
  word: string;
  count: number;
}

/** One word of a query written otherwise. */
export interface Respelt {
  from: string;
  to: string;
  /** All the words, with that one changed. */
  q: string;
}

/** How many letters may be other ones, or change places: one of four, two of six, three of nine. */
function tolerance(length: number): number {
  return Math.floor(length / 3);
}

interface Folded extends KnownWord {
  folded: string;
}

/** Known words by how many letters they have. */
export type Spellings = ReadonlyMap<number, Folded[]>;

export function spellingsOf(known: Iterable<KnownWord>): Spellings {
  const byLength = new Map<number, Folded[]>();
  for (const one of known) {
    const folded = fold(one.word);
    byLength.get(folded.length)?.push({ ...one, folded }) ?? byLength.set(folded.length, [{ ...one, folded }]);
  }
  return byLength;
}

/** Few misspell how a word begins, but for a letter too many, one too few, or two exchanged. */
function beginsAlike([a, b]: string, [c, d]: string): boolean {
  return a === c || a === d || b === c;
}

function nearest(word: string, known: Spellings): string[] {
  const folded = fold(word);
  const most = tolerance(folded.length);
  // The word itself is known: it is not what is misspelt.
  if (known.get(folded.length)?.some((one) => one.folded === folded)) return [];
  const lengths = Array.from({ length: 2 * most + 1 }, (_, at) => folded.length - most + at);
  return lengths
    .flatMap((length) => known.get(length) ?? [])
    .filter((one) => beginsAlike(one.folded, folded))
    .map((one) => ({ ...one, away: damerauLevenshtein(folded, one.folded).steps }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_A_WORD)
    .map((one) => one.word);
}

/** A query with one of its unknown words, the first three, replaced by known ones that are spelt alike, nearest first. */
export function respelt(q: string, known: Spellings): Respelt[] {
  const sought = parseTerms(q).used.filter(({ negated, phrase }) => !negated && !phrase);
  const spelt = sought.flatMap(({ words, span }) =>
    words.filter((word) => word.length >= SHORTEST).map((from) => ({ from, span, near: nearest(from, known) })),
  );
  return spelt
    .filter(({ near }) => near.length > 0)
    .slice(0, MOST_WORDS)
    .flatMap(({ from, span: [start, end], near }) =>
      near.map((to) => ({
        ...{ from, to },
        q: `${q.slice(0, start)}${q.slice(start, end).replace(from, () => to)}${q.slice(end)}`,
      })),
    );
}
