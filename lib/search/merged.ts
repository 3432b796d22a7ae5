import type { Register } from '#lib/entities/register.ts';
import { choosable } from '#lib/facets/derive.ts';
import type { Query } from './query.ts';

/** A query's filters by entities that were merged into others, as filters by those; and what to tell of each. */
export function followMerges(query: Query, register: Register): { query: Query; notes: string[] } {
  const notes: string[] = [];
  const followed = choosable.flatMap((facet) => {
    if (facet.kind === 'choice') return [];
    const merged = register.curation.merged[facet.entities];
    const present = (id: string) => {
      const now = merged.get(id);
      if (now) notes.push(`“${id}” is now part of “${register.get(facet.entities, now)?.label ?? now}”.`);
      return now ?? id;
    };
    const { only, not, op } = query.filters[facet.id];
    const all = (ids: string[]) => [...new Set(ids.map(present))].sort();
    return [[facet.id, { only: all(only), not: all(not), op }] as const];
  });
  if (notes.length === 0) return { query, notes };
  return { query: { ...query, filters: { ...query.filters, ...Object.fromEntries(followed) } }, notes };
}
