import type { Meilisearch } from '#lib/archive/client.ts';
import { attribute, facetIds } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import type { Distribution } from './counts.ts';
import { emptyQuery, type Query } from './query.ts';
import { countOf } from './request.ts';

/** What all of the archive is counted by. */
export interface Baseline {
  total: number;
  facets: Record<FacetId, Distribution>;
}

export type ReadBaseline = (type: Query['type']) => Promise<Baseline>;

export function createBaseline(client: Meilisearch): ReadBaseline {
  return async (type) => {
    const { results } = await client.multiSearch({
      queries: [countOf({ ...emptyQuery(), type }, '', facetIds.map(attribute))],
    });
    const [answer] = results;
    return {
      total: answer?.totalHits ?? 0,
      facets: Object.fromEntries(
        facetIds.map((id) => [id, answer?.facetDistribution?.[attribute(id)] ?? {}]),
      ) as Record<FacetId, Distribution>,
    };
  };
}
