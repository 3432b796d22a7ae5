import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Suggestions } from '#lib/search/suggest.ts';
import { fetchJson, STALE_MS } from './search-options.ts';

/** What the archive has by a name. */
export function suggestOptions(name: string) {
  return queryOptions({
    queryKey: ['suggest', name],
    queryFn: ({ signal }) => fetchJson<Suggestions>(`/api/suggest?${new URLSearchParams({ name })}`, signal),
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
