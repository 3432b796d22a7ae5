import { dayNumber, dayOfNumber } from '#lib/report/day.ts';
import { bucketEnd, bucketStart, nextStart } from '#lib/search/interval.ts';
import type { Query } from '#lib/search/query.ts';
import type { Histogram, Result } from '#lib/search/result.ts';

/** Inclusive; null: no limit. */
export type Days = Pick<Query, 'from' | 'to'>;

/** The days of a query, a span back from the newest report as the day that its answer tells. */
export function daysSearched({ from, to }: Days, { query }: Pick<Result, 'query'>): Days {
  return { from: from?.includes('-') ? from : from && query.days.from, to };
}

/** Columns of the strip by their places, the last included. */
export interface Columns {
  first: number;
  last: number;
}

/** What a drag holds: an end of the chosen columns, all of them, or nothing yet. */
export type Hold = keyof Columns | 'whole' | 'new';

type Scale = Pick<Histogram, 'interval' | 'buckets'>;

function within(least: number, place: number, most: number): number {
  return Math.max(least, Math.min(place, most));
}

function sorted(one: number, other: number): Columns {
  return { first: Math.min(one, other), last: Math.max(one, other) };
}

/** Where a day begins on the strip, in columns from its start; days beyond it are at its edges. */
function placeOf(day: string, { interval, buckets }: Scale): number {
  const start = bucketStart(day, interval);
  if (start < (buckets[0]?.from ?? '')) return 0;
  const index = buckets.findIndex(({ from }) => from === start);
  if (index < 0) return buckets.length;
  const begun = dayNumber(start);
  return index + (dayNumber(day) - begun) / (dayNumber(nextStart(start, interval)) - begun);
}

/** Where days begin and end on the strip, in columns from its start. */
export function edgesOf({ from, to }: Days, scale: Scale): [start: number, end: number] {
  const end = to ? placeOf(dayOfNumber(dayNumber(to) + 1), scale) : scale.buckets.length;
  return [from ? placeOf(from, scale) : 0, end];
}

/** The columns that days reach into. */
export function columnsOf(days: Days, scale: Scale): Columns {
  const [start, end] = edgesOf(days, scale);
  const first = Math.min(Math.floor(start), scale.buckets.length - 1);
  return { first, last: Math.max(first, Math.ceil(end) - 1) };
}

/** The days of columns; all of them together are no limit. */
export function daysOf({ first, last }: Columns, { interval, buckets }: Scale): Days {
  if (first === 0 && last === buckets.length - 1) return { from: null, to: null };
  return { from: buckets[first]?.from ?? null, to: bucketEnd(buckets[last]?.from ?? '', interval) };
}

/** What is chosen by a drag from one place to another, in columns from the strip's start, if `start` was chosen before. */
export function dragged(hold: Hold, start: Columns, from: number, to: number, size: number): Columns {
  const column = (place: number) => within(0, Math.floor(place), size - 1);
  if (hold === 'new') return sorted(column(from), column(to));
  const by = Math.round(to - from);
  if (hold === 'whole') {
    const inside = within(-start.first, by, size - 1 - start.last);
    return { first: start.first + inside, last: start.last + inside };
  }
  const end = within(0, start[hold] + by, size - 1);
  return hold === 'first' ? sorted(end, start.last) : sorted(start.first, end);
}

/** The same day of another month, or its last one where that is shorter. */
function monthsOn(day: string, by: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + by, Math.min(date, last))).toISOString().slice(0, 10);
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
const LEAPS: Record<string, number> = { PageUp: 1, PageDown: -1 };
/** A leap by months is a year, and by years ten. */
const LEAP = { month: 12, year: 10 };

function leapFrom(place: number, by: number, { interval, buckets }: Scale): number {
  if (interval !== 'day') return place + by * LEAP[interval];
  const day = buckets[place]?.from ?? '';
  return place + dayNumber(monthsOn(day, by)) - dayNumber(day);
}

/** The columns after a key on one of their ends, which stops at the other; null: the key does nothing here. */
export function keyed(key: string, end: keyof Columns, columns: Columns, scale: Scale): Columns | null {
  const place = columns[end];
  const [least, most] = end === 'first' ? [0, columns.last] : [columns.first, scale.buckets.length - 1];
  const [step, leap] = [STEPS[key], LEAPS[key]];
  const next =
    key === 'Home'
      ? least
      : key === 'End'
        ? most
        : step
          ? place + step
          : leap
            ? leapFrom(place, leap, scale)
            : undefined;
  return next === undefined ? null : { ...columns, [end]: within(least, next, most) };
}
