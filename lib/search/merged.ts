import type { Register } from '#lib/entities/register.ts';
import { choosable, facetIds } from '#lib/facets/derive.ts';
import { lineParts } from './lines.ts';
import type { Query } from './query.ts';

/** A query's filters and lines by entities that were merged into others, by those; and what to tell of each. */
export function followMerges(query: Query, register: Register): { query: Query; notes: string[] } {
  const notes: string[] = [];
  const present = (name: string, id: string) => {
    const facet = choosable.find((one) => one.id === name);
    if (!facet || facet.kind === 'choice') return id;
    const now = register.curation.merged[facet.entities].get(id);
    if (now) notes.push(`“${id}” is now part of “${register.get(facet.entities, now)?.label ?? now}”.`);
    return now ?? id;
  };
  const followed = facetIds.map((facet) => {
    const { only, not, op } = query.filters[facet];
    const all = (ids: string[]) => [...new Set(ids.map((id) => present(facet, id)))].sort();
    return [facet, { only: all(only), not: all(not), op }] as const;
  });
  const lines = query.compare.map((line) => {
    const [name, value] = lineParts(line);
    return `${name}:${present(name, value)}`;
  });
  if (notes.length === 0) return { query, notes };
  const filters = Object.fromEntries(followed) as Query['filters'];
  return { query: { ...query, filters, compare: [...new Set(lines)] }, notes };
}
