'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { parseQuery } from '#lib/search/url.ts';
import { searchOptions } from './search-options.ts';

export interface Search {
  query: Query;
  /** The answer, or the one before it while this one is awaited or has failed. */
  result: Result | undefined;
  /** Is the result shown still that of the query before? */
  waiting: boolean;
  /** Has it been so for long enough to be told? Quick answers come without a flicker. */
  late: boolean;
  failed: boolean;
}

const LATE_MS = 150;

/** The search of an address. */
export function queryOf(search: string): Query {
  const parsed = parseQuery(new URLSearchParams(search));
  return parsed.ok ? parsed.query : emptyQuery();
}

/** The address is the state: what it says is searched. */
export function useSearch(): Search {
  const query = queryOf(useSearchParams().toString());
  const { data, isPlaceholderData: waiting, isError } = useQuery(searchOptions(query));
  const last = useRef(data);
  if (data) last.current = data;
  return { query, result: data ?? last.current, waiting, late: useLasting(waiting), failed: isError };
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
