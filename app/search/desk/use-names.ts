'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { choosable } from '#lib/facets/derive.ts';
import type { NamedValues } from '#lib/search/facet-values.ts';
import { isName } from '#lib/search/param-kinds.ts';
import type { Query } from '#lib/search/query.ts';
import { formatQuery } from '#lib/search/url.ts';
import { fetchJson } from '../search-options.ts';

const PAUSE_MS = 150;
const LEAST_LETTERS = 2;
const MOST_VALUES = 5;

const NAMED = choosable.filter(({ kind }) => kind !== 'choice');

function useAfterPause(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

async function askNames(name: string, query: Query, signal: AbortSignal): Promise<NamedValues[]> {
  const search = formatQuery({ ...query, facetLimit: MOST_VALUES, page: 1 });
  const asked = `${new URLSearchParams({ name })}&${search}`;
  return Promise.all(NAMED.map(({ id }) => fetchJson<NamedValues>(`/api/facets/${id}?${asked}`, signal)));
}

/** Who and what goes by a name, counted in a search, once the typing pauses. */
export function useNames(typed: string, query: Query): { names: NamedValues[]; failed: boolean } {
  const name = useAfterPause(typed.trim());
  const { data = [], isError } = useQuery({
    queryKey: ['names', name, formatQuery(query)],
    queryFn: ({ signal }) => askNames(name, query, signal),
    enabled: name.length >= LEAST_LETTERS && isName(name),
    retry: false,
  });
  return { names: data, failed: isError };
}
