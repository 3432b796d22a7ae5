'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useRef } from 'react';
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
  failed: boolean;
}

/** The address is the state: what it says is searched. */
export function useSearch(): Search {
  const parsed = parseQuery(new URLSearchParams(useSearchParams()));
  const query = parsed.ok ? parsed.query : emptyQuery();
  const { data, isPlaceholderData, isError } = useQuery(searchOptions(query));
  const last = useRef(data);
  if (data) last.current = data;
  return { query, result: data ?? last.current, waiting: isPlaceholderData, failed: isError };
}
