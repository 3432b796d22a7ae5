'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Insight } from '#lib/search/insight.ts';
import type { Query } from '#lib/search/query.ts';
import { formatQuery } from '#lib/search/url.ts';
import { insightOptions } from './insight-options.ts';

/** So long a search must stand before it is looked into: whoever is still typing waits for results alone. */
const SETTLED_MS = 300;

export interface Insights {
  insight: Insight | undefined;
  waiting: boolean;
  failed: boolean;
}

/** What stands out in a search, or in the one before it as long as `waiting`. */
export function useInsight(query: Query, searching: boolean): Insights {
  const search = formatQuery(query);
  const [settled, setSettled] = useState(search);
  useEffect(() => {
    if (searching) return;
    const timer = setTimeout(() => setSettled(search), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [search, searching]);
  const { data, isPlaceholderData, isError } = useQuery({ ...insightOptions(query), enabled: settled === search });
  return { insight: data, waiting: isPlaceholderData, failed: isError };
}
