import type { FacetValue } from '#lib/search/result.ts';
import type { Branch } from './tree.ts';

/** All that was fetched to lie in one, with what is listed of it already: what lies in each in turn, and what finds nothing. */
export function withFetched(listed: Branch[], fetched: FacetValue[]): Branch[] {
  const before = new Map(listed.map((branch) => [branch.value.id, branch]));
  const ids = new Set(fetched.map(({ id }) => id));
  const all = fetched.map((value) => ({ value, inside: before.get(value.id)?.inside ?? [] }));
  return [...all, ...listed.filter(({ value }) => !ids.has(value.id))];
}
