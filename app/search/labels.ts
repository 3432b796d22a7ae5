import type { Applied } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { shortDay } from '../format.ts';

/** A chosen value in words; the answer lists every chosen one, so the id is a fallback for none. */
export function valueLabel({ facet, value }: Applied, { facets }: Result): string {
  return facets[facet]?.values.find(({ id }) => id === value)?.label ?? value;
}

const SPANS: Record<string, string> = { d: 'day', m: 'month', y: 'year' };

function since(from: string): string {
  const unit = SPANS[from.slice(-1)];
  if (!unit || from.includes('-')) return shortDay(from);
  const number = Number(from.slice(0, -1));
  return `the last ${number === 1 ? unit : `${number} ${unit}s`}`;
}

/** The dates of a query in words, or null: `1 Feb 2025 – 28 Feb 2025`, `since 1 Feb 2025`, `the last 7 days`. */
export function datesLabel({ from, to }: Query): string | null {
  if (from && to) return from === to ? shortDay(from) : `${since(from)} – ${shortDay(to)}`;
  if (from) return from.includes('-') ? `since ${since(from)}` : since(from);
  return to ? `until ${shortDay(to)}` : null;
}
