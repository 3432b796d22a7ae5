'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { formatQuery, queryOf } from '#lib/search/url.ts';
import { searchOptions } from './search-options.ts';

export interface Search {
  query: Query;
  /** The query that is shown: while words are typed, that of the result. What does not change need not be drawn for each key. */
  shown: Query;
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

function differInWordsAlone(one: Query, other: Query): boolean {
  const withoutWords = (query: Query) => formatQuery({ ...query, q: '', sort: null });
  return one.q !== other.q && withoutWords(one) === withoutWords(other);
}

/** The address is the state: what it says is searched. */
export function useSearch(): Search {
  const search = useSearchParams().toString();
  const query = useMemo(() => queryOf(search), [search]);
  const { data, isPlaceholderData: waiting, isError } = useQuery(searchOptions(query));
  const late = useLasting(waiting);
  const last = useRef({ query, result: data });
  if (data && !waiting) last.current = { query, result: data };
  const soon = waiting && !late;
  const told = isError || soon ? last.current.query : query;
  const shown = soon && differInWordsAlone(query, last.current.query) ? last.current.query : query;
  return { query, shown, told, result: data ?? last.current.result, waiting, late, failed: isError };
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
