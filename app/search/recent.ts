import { applied } from '#lib/search/edit.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { formatQuery } from '#lib/search/url.ts';
import { datesLabel, valueLabel } from './labels.ts';

/** A search of this browser: its address, and how it is called. */
export interface Recent {
  search: string;
  text: string;
}

const KEY = 'sitrep.recent';
const MOST = 8;

function isRecent(value: unknown): value is Recent {
  const { search, text } = Object(value);
  return typeof search === 'string' && typeof text === 'string';
}

/** The searches made last, newest first; none where the browser keeps nothing. */
export function recentSearches(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function keep(searches: Recent[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches.slice(0, MOST)));
  } catch {
    // Refused or full: the next visit offers what was kept before.
  }
}

/** `result` names the filters. */
export function remember(asked: Query, result: Result): void {
  const { q, sort, type, filters, date, from, to, exact } = asked;
  if (!q) return;
  const query: Query = { ...emptyQuery(), q, sort, type, filters, date, from, to, exact };
  const values = applied(query).map((one) => `${one.part === 'not' ? 'not ' : ''}${valueLabel(one, result)}`);
  const text = [q, ...values, datesLabel(query)].filter(Boolean).join(' · ');
  putFirst({ search: formatQuery(query), text });
}

export function putFirst(recent: Recent): void {
  keep([recent, ...recentSearches().filter(({ search }) => search !== recent.search)]);
}

/** Forgets one search, or all of them. */
export function forget(search?: string): void {
  keep(search === undefined ? [] : recentSearches().filter((other) => other.search !== search));
}
