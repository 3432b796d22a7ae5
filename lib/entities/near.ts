import type { EntityFacet } from './entity.ts';
import type { Register } from './register.ts';
import { fold } from './words.ts';

const MOST = 3;
/** Share of letter pairs in common, from 0 to 1, from which on two words are alike. */
const ALIKE = 0.5;

function pairsOf(text: string): Set<string> {
  const letters = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return new Set(Array.from(letters, (letter, at) => letter + (letters[at + 1] ?? ' ')));
}

/** Of some texts those most like one, best first, at most three. */
function mostAlike(text: string, candidates: Iterable<{ id: string; text: string }>): string[] {
  const wanted = pairsOf(text);
  const best = new Map<string, number>();
  for (const candidate of candidates) {
    const pairs = pairsOf(candidate.text);
    const shared = [...wanted].filter((pair) => pairs.has(pair)).length;
    const alike = (2 * shared) / (wanted.size + pairs.size);
    if (alike >= ALIKE && alike > (best.get(candidate.id) ?? 0)) best.set(candidate.id, alike);
  }
  const ranked = [...best].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return ranked.slice(0, MOST).map(([id]) => id);
}

/** Ids of a facet's entities that go by something like an id or name. */
export function nearIds(register: Register, facet: EntityFacet, id: string): string[] {
  const named = register
    .all(facet)
    .flatMap((one) => [{ id: one.id, text: one.id }, ...one.aliases.map(({ text }) => ({ id: one.id, text }))]);
  return mostAlike(id, named);
}
