import type { FacetId } from '#lib/facets/facets.ts';
import { change } from './edit.ts';
import type { Query } from './query.ts';

/** `actor:russia` -> `actor` and `russia`. */
export function lineParts(line: string): [name: FacetId | 'q', value: string] {
  const at = line.indexOf(':');
  return [line.slice(0, at) as FacetId | 'q', line.slice(at + 1)];
}

/** The search that a line of the trend stands for: this one with that value for all that is chosen of its facet, or with its words. */
export function lineQuery(query: Query, line: string): Query {
  const [name, value] = lineParts(line);
  if (name === 'q') return change(query, { q: value });
  return change(query, { filters: { ...query.filters, [name]: { only: [value], not: [], op: 'any' } } });
}
