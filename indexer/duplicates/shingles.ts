import { fold } from '#lib/entities/words.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The words of a text, with neither case, accents, apostrophes nor punctuation. */
export function foldedWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** The last step of MurmurHash3: every bit of the input moves every bit of the output. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Shingles hashed to 32 bits: ascending, each once. */
export type Shingles = Uint32Array;

/** The runs of `width` words; fewer words are one shingle, none have none. */
export function shingles(words: readonly string[], width: number): Shingles {
  const hashes = Int32Array.from(words, hashOf);
  const size = Math.min(width, hashes.length);
  const all = new Uint32Array(size && hashes.length - size + 1);
  for (let at = 0; at < all.length; at += 1) {
    let hash = 0;
    for (let word = at; word < at + size; word += 1) hash = Math.imul(hash, FNV_PRIME) + (hashes[word] ?? 0);
    all[at] = mixed(hash);
  }
  all.sort();
  return all.filter((value, at) => at === 0 || value !== all[at - 1]);
}

/** How many values two ascending lists share. */
export function shared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) count += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return count;
}

/** The share of the smaller set that is in the other: 0 to 1, and 0 where either is empty. */
export function containment(a: Shingles, b: Shingles): number {
  return shared(a, b) / (Math.min(a.length, b.length) || 1);
}
