import { foldedWords, shared, shingles } from './shingles.ts';

/** Words a shingle: long enough that reports of a series, with their standing phrases, seldom share one. */
const WIDTH = 8;
/** One shingle in so many is kept, so that every part of a long text has its share of the sketch. */
const ONE_IN = 32;
/** At least so many, for short texts to meet one another, and at most so many. */
const LEAST = 16;
const MOST = 128;
/** Copies have more in common; but a sketch is a sample, and edits break long shingles first. */
const LEAST_SHARE = 0.2;

/** A text's smallest hashes (bottom-k MinHash, k following its length): ascending, at most 128 integers of 32 bits. */
export function sketch(text: string): number[] {
  const all = shingles(foldedWords(text), WIDTH);
  const size = Math.min(MOST, Math.max(LEAST, Math.ceil(all.length / ONE_IN)));
  return Array.from(all.subarray(0, size));
}

function upTo(last: number, sketch: readonly number[]): number[] {
  return sketch.filter((value) => value <= last);
}

/** By their sketches, may one be a copy of the other, or of a part of it? A cheap test before `isCopy`. */
export function likelyCopies(a: readonly number[], b: readonly number[]): boolean {
  // Beyond the end of either sketch, the shingles of its text are not known.
  const last = Math.min(a.at(-1) ?? 0, b.at(-1) ?? 0);
  const left = upTo(last, a);
  const right = upTo(last, b);
  const common = shared(left, right);
  return common > 0 && common >= LEAST_SHARE * Math.min(left.length, right.length);
}
