import damerauLevenshtein from 'damerau-levenshtein';
import { fold } from '#lib/entities/words.ts';
import { parseTerms } from './terms.ts';

const SHORTEST = 4;
const MOST_A_WORD = 2;

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

function nearest(word: string, known: readonly KnownWord[]): string[] {
  const folded = fold(word);
  const most = tolerance(folded.length);
  const near: (KnownWord & { away: number })[] = [];
  for (const one of known) {
    const other = fold(one.word);
    if (Math.abs(other.length - folded.length) > most) continue;
    const away = damerauLevenshtein(folded, other).steps;
    // The word itself is known: it is not what is misspelt.
    if (away === 0) return [];
    if (away <= most) near.push({ ...one, away });
  }
  return near
    .sort((a, b) => a.away - b.away || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_A_WORD)
    .map((one) => one.word);
}

/** A query with each of its unknown words replaced by known ones that are spelt alike, nearest first. */
export function respelt(q: string, known: readonly KnownWord[]): Respelt[] {
  const sought = parseTerms(q).used.filter(({ negated, phrase }) => !negated && !phrase);
  return sought
    .flatMap(({ words }) => words)
    .filter((word) => word.length >= SHORTEST)
    .flatMap((from) => nearest(from, known).map((to) => ({ from, to, q: q.replace(from, () => to) })));
}
