import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { formatQuery } from '#lib/search/url.ts';

/** The archive does not change while it is read: an answer is good for a minute. */
export const STALE_MS = 60_000;

/** An answer of the site's own API. @throws where it is not answered, or with an error. */
export async function fetchJson<T>(address: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`);
  return answer.json();
}

/** What the keys of all searches begin with. */
export const SEARCHES = ['search'];

/** One key for server and browser: the query as its address has it. */
export function searchOptions(query: Query) {
  const search = formatQuery(query);
  return queryOptions({
    queryKey: [...SEARCHES, search],
    queryFn: ({ signal }) => fetchJson<Result>(`/api/search?${search}`, signal),
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
    retry: 1,
  });
}
