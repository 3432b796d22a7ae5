import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { formatQuery } from '#lib/search/url.ts';

/** The archive does not change while it is read: an answer is good for a minute. */
export const STALE_MS = 60_000;

async function fetchResult(search: string, signal: AbortSignal): Promise<Result> {
  const answer = await fetch(`/api/search?${search}`, { signal });
  if (!answer.ok) throw new Error(`the search was answered with ${answer.status}`);
  return answer.json();
}

/** One key for server and browser: the query as its address has it. */
export function searchOptions(query: Query) {
  const search = formatQuery(query);
  return queryOptions({
    queryKey: ['search', search],
    queryFn: ({ signal }) => fetchResult(search, signal),
    staleTime: STALE_MS,
    placeholderData: keepPreviousData,
    retry: 1,
  });
}
