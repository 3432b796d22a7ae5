import { MOST_FACET_VALUES } from '#lib/archive/settings.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Facet, FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { labelOf, type SourceNames } from './labels.ts';
import type { Choice } from './query.ts';
import type { FacetCounts, FacetValue } from './result.ts';

export type Distribution = Record<string, number>;

/** How often each value stands in the whole archive: what the counts of a search are held against. */
export interface Baseline {
  /** How many findings, or reports. */
  total: number;
  facets: Record<FacetId, Distribution>;
  /** The values of each facet, most frequent first. */
  ranked: Record<FacetId, string[]>;
  /** What its reports call their sources. */
  sources: SourceNames;
}

interface Listing {
  /** How many values, besides those chosen and, of a tree, what any of them lies in. */
  limit: number;
  /** Values of the whole archive, most frequent first: what a shorter list is filled up with, at count 0 … */
  ranked?: readonly string[];
  /** … to so many, at most; to `limit` unless told. */
  filled?: number;
  register: Register;
  sources: SourceNames;
}

/** How many values with a result lie directly in each. */
function insideOf(facet: Facet, ids: string[], register: Register): Map<string, number> {
  const inside = new Map<string, number>();
  if (facet.kind !== 'tree') return inside;
  for (const id of ids) {
    const parent = register.get(facet.entities, id)?.parent;
    if (parent) inside.set(parent, (inside.get(parent) ?? 0) + 1);
  }
  return inside;
}

/**
 * The values of a facet, most frequent first. The chosen ones are always among them, at count 0 too, so that they can be
 * taken off; and no value of a tree is listed without what it lies in.
 */
export function facetCounts(
  facet: Facet,
  distribution: Distribution,
  { only, not }: Pick<Choice, 'only' | 'not'>,
  { limit, ranked = [], filled = limit, register, sources }: Listing,
): FacetCounts {
  const missing = distribution[NONE] ?? 0;
  const chosen = [...only, ...not];
  const countOf = (id: string) => (Object.hasOwn(distribution, id) ? (distribution[id] ?? 0) : 0);
  const withParents = (id: string) => (facet.kind === 'tree' ? [id, ...register.ancestors(facet.entities, id)] : [id]);
  // Ids are slugs of labels, and are compared in a fraction of a collator's time.
  const ordered = Object.entries(distribution)
    .filter(([id, count]) => id !== NONE || (count > 0 && chosen.includes(NONE)))
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .map(([id]) => id);
  const found = ordered.filter((id) => id !== NONE);
  const absent = ranked.filter((id) => !Object.hasOwn(distribution, id));
  const filling = absent.slice(0, Math.max(0, filled - found.length));
  const kept = new Set([...[...found, ...filling].slice(0, limit), ...chosen].flatMap(withParents));
  const listed = [...new Set([...[...ordered, ...absent].filter((id) => kept.has(id)), ...kept])];
  const inside = insideOf(facet, found, register);
  const values = listed.map(
    (id): FacetValue => ({
      id,
      label: labelOf(facet, id, register, sources),
      count: countOf(id),
      active: only.includes(id),
      excluded: not.includes(id),
      parent: null,
      ...(facet.kind === 'tree'
        ? { parent: register.get(facet.entities, id)?.parent ?? null, inside: inside.get(id) ?? 0 }
        : {}),
    }),
  );
  const size = found.length;
  const shown = listed.filter((id) => id !== NONE && countOf(id) > 0).length;
  return { values, missing, size, truncated: size >= MOST_FACET_VALUES || shown < size };
}
