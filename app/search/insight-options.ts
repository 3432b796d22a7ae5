import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Insight } from '#lib/search/insight.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import { formatQuery } from '#lib/search/url.ts';
import { fetchJson, STALE_MS } from './search-options.ts';

/** What of a query a set of results goes by: neither its order nor the page of it changes what stands out. */
function setOf(query: Query): string {
  const { sort, page, perPage, facets, facetLimit, interval, compare } = emptyQuery();
  return formatQuery({ ...query, sort, page, perPage, facets, facetLimit, interval, compare });
}

export function insightOptions(query: Query) {
  const set = setOf(query);
  return queryOptions({
    queryKey: ['insight', set],
    queryFn: ({ signal }) => fetchJson<Insight>(`/api/insight?${set}`, signal),
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
    retry: 1,
  });
}
