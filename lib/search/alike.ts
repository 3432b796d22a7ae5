import { fold, words } from '#lib/entities/words.ts';
import type { Hit } from './result.ts';
import { parseTerms } from './terms.ts';

const MOST = 3;
const REST_OF_WORD = /^[\p{L}\p{M}\p{N}'’ʼ]*/u;

function foldedWords(text: string): string[] {
  return words(text).map(({ text: word, span: [start, end] }) => fold(word.slice(0, end - start)));
}

/** What is marked in a hit, each to the end of its word: of one that only begins as asked for, the engine marks the beginning. */
function markedIn({ snippets }: Hit): string[] {
  return snippets.flatMap(({ text, ranges }) =>
    ranges.map(([start, end]) => text.slice(start, end) + (REST_OF_WORD.exec(text.slice(end))?.[0] ?? '')),
  );
}

/**
 * What hits were found for that is only nearly what was asked for, as `Donetsk` for "drone": the words as written, those
 * of most hits first. A word that goes on after what was asked for is no such, nor what `isNamed`: a name of what the query names.
 */
export function alikeIn(hits: Hit[], q: string, isNamed: (text: string) => boolean): string[] {
  const asked = parseTerms(q).used.flatMap((term) => (term.negated ? [] : term.words.flatMap(foldedWords)));
  const found = new Map<string, { word: string; hits: number }>();
  // The engine also parts a word in two, and takes two as one.
  const isAsked = (word: string) =>
    asked.some((one) => word.startsWith(one) || one.startsWith(word) || one.endsWith(word));
  for (const hit of asked.length > 0 ? hits : []) {
    const alike = markedIn(hit).filter((marked) => !foldedWords(marked).some(isAsked) && !isNamed(marked));
    for (const [folded, word] of new Map(alike.map((marked) => [fold(marked), marked]))) {
      const before = found.get(folded);
      found.set(folded, { word: before?.word ?? word, hits: (before?.hits ?? 0) + 1 });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.hits - a.hits)
    .slice(0, MOST)
    .map(({ word }) => word);
}
