'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Insight } from '#lib/search/insight.ts';
import type { Query } from '#lib/search/query.ts';
import { formatQuery } from '#lib/search/url.ts';
import { insightOptions } from './insight-options.ts';

/** So long a search must stand before it is looked into: whoever is still typing waits for results alone. */
const SETTLED_MS = 300;

/** What stands out in a search, or in the one before it as long as `waiting`. */
export function useInsight(query: Query, searching: boolean): { insight: Insight | undefined; waiting: boolean } {
  const search = formatQuery(query);
  const [settled, setSettled] = useState(search);
  useEffect(() => {
    if (searching) return;
    const timer = setTimeout(() => setSettled(search), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [search, searching]);
  const { data, isPlaceholderData } = useQuery({ ...insightOptions(query), enabled: settled === search });
  return { insight: data, waiting: isPlaceholderData };
}
