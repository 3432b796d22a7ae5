import { type Day, dayNumber, dayOfNumber } from '#lib/report/day.ts';
import type { Interval } from './query.ts';

export const intervals = ['day', 'month', 'year'] as const satisfies Interval[];

const PREFIX = { day: 10, month: 7, year: 4 } satisfies Record<Interval, number>;
const LONGEST = { day: 1, month: 31, year: 366 } satisfies Record<Interval, number>;

/** The first day of the bucket that a day is in. */
export function bucketStart(day: Day, interval: Interval): Day {
  return day.slice(0, PREFIX[interval]) + '-01-01'.slice(PREFIX[interval] - 4);
}

/** The first day of the bucket after the one that begins on `start`: its longest length on is always in it. */
export function nextStart(start: Day, interval: Interval): Day {
  return bucketStart(dayOfNumber(dayNumber(start) + LONGEST[interval]), interval);
}

/** The last day of the bucket that begins on `start`. */
export function bucketEnd(start: Day, interval: Interval): Day {
  return dayOfNumber(dayNumber(nextStart(start, interval)) - 1);
}
