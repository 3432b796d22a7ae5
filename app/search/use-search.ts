'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { queryOf } from '#lib/search/url.ts';
import { useAhead } from './asking.ts';
import { searchOptions } from './search-options.ts';

export interface Search {
  query: Query;
  /** The answer, or the one before it while this one is awaited or has failed. */
  result: Result | undefined;
  /** Is the result shown still that of the query before? */
  waiting: boolean;
  /** The query that the result shown is told as: that of the one before, until it is said that this one is searched. */
  told: Query;
  /** Has it been so for long enough to be told? Quick answers come without a flicker. */
  late: boolean;
  failed: boolean;
}

const LATE_MS = 150;

/** The address is the state: what it says is searched, or what is typed and about to be said by it. */
export function useSearch(): Search {
  const search = useSearchParams().toString();
  const address = useMemo(() => queryOf(search), [search]);
  const query = useAhead() ?? address;
  const { data, isPlaceholderData: waiting, isError } = useQuery(searchOptions(query));
  const late = useLasting(waiting);
  const last = useRef({ query, result: data });
  if (data && !waiting) last.current = { query, result: data };
  const told = isError || (waiting && !late) ? last.current.query : query;
  return { query, told, result: data ?? last.current.result, waiting, late, failed: isError };
}

function useLasting(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}
