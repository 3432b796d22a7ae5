'use client';
import { useEffect, useRef, useState } from 'react';
import type { Result, Total } from '#lib/search/result.ts';
import { newSince, type SavedSearch } from '#lib/search/saved.ts';
import { formatQuery } from '#lib/search/url.ts';
import { fetchJson } from '../search-options.ts';

/** What is new of a search, and up to which instant that was counted; or that it could not be. */
export type NewCount = { total: Total; upTo: string | null } | 'failed';

const MOST_AT_ONCE = 3;

/** The search that counts what is new; it names one by what it asks. */
export function countingSearch(saved: SavedSearch): string {
  const query = newSince(saved);
  return query ? formatQuery({ ...query, perPage: 1, facets: [], compare: [] }) : '';
}

async function countNew(search: string, signal: AbortSignal): Promise<NewCount> {
  try {
    const { total, index } = await fetchJson<Result>(`/api/search?${search}`, signal);
    return { total, upTo: index.updated_at };
  } catch {
    return 'failed';
  }
}

/** What is new of each search, by `countingSearch`, as it comes in: at most three are asked for at a time. */
export function useNewCounts(searches: SavedSearch[]): ReadonlyMap<string, NewCount> {
  const [counts, setCounts] = useState<ReadonlyMap<string, NewCount>>(new Map());
  const known = useRef(counts);
  const wanted = searches.map(countingSearch).join('\n');
  useEffect(() => {
    const leaving = new AbortController();
    // All take from one queue.
    const queue = wanted
      .split('\n')
      .filter((search) => search && !known.current.has(search))
      .values();
    const work = async () => {
      for (const search of queue) {
        const found = await countNew(search, leaving.signal);
        if (leaving.signal.aborted) return;
        known.current = new Map(known.current).set(search, found);
        setCounts(known.current);
      }
    };
    for (let worker = 0; worker < MOST_AT_ONCE; worker++) void work();
    return () => leaving.abort();
  }, [wanted]);
  return counts;
}
