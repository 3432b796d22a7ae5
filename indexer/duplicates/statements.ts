import { foldedWords, type Shingles, shared, shingles } from './shingles.ts';

const WIDTH = 3;
const LEAST_SIMILARITY = 0.85;

interface Statement {
  words: string;
  /** "killed 3" and "killed 13" are one edit apart, and two statements. */
  numbers: string;
  shingles: Shingles;
}

function statement(text: string): Statement {
  const words = foldedWords(text);
  const numbers = words.filter((word) => /\p{N}/u.test(word));
  return { words: words.join(' '), numbers: numbers.join(' '), shingles: shingles(words, WIDTH) };
}

function same(a: Statement, b: Statement): boolean {
  if (a.words === b.words) return a.words !== '';
  if (a.numbers !== b.numbers) return false;
  const least = (LEAST_SIMILARITY / 2) * (a.shingles.length + b.shingles.length);
  return Math.min(a.shingles.length, b.shingles.length) >= least && shared(a.shingles, b.shingles) >= least;
}

/**
 * Does one of `texts` state what a text does: the same words and numbers, but for light edits? The similarity is Dice's,
 * of their shingles of three words. Each of `texts` is taken apart once, for many to be asked about.
 */
export function statesAnyOf(texts: readonly string[]): (text: string) => boolean {
  const statements = texts.map(statement);
  return (text) => {
    const asked = statement(text);
    return statements.some((one) => same(one, asked));
  };
}

/** Are two statements the same words and numbers, but for light edits? */
export function sameStatement(a: string, b: string): boolean {
  return same(statement(a), statement(b));
}
