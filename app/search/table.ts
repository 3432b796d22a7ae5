import { bucketStart, intervals } from '#lib/search/interval.ts';
import type { Interval } from '#lib/search/query.ts';
import type { Bucket, Histogram } from '#lib/search/result.ts';

const MOST_ROWS = 200;

interface Table {
  interval: Interval;
  /** Those that are not empty, in their order. */
  rows: Bucket[];
  /** How many are left out, since nothing is in them. */
  empty: number;
}

function by(interval: Interval, buckets: Bucket[]): Bucket[] {
  const counts = new Map<string, number>();
  for (const { from, count } of buckets) {
    const start = bucketStart(from, interval);
    counts.set(start, (counts.get(start) ?? 0) + count);
  }
  return [...counts].map(([from, count]) => ({ from, count }));
}

/** A histogram's numbers in rows that can be read: by month, or year, where they are many. */
export function tableOf({ interval, buckets }: Pick<Histogram, 'interval' | 'buckets'>): Table {
  const rows = buckets.filter(({ count }) => count > 0);
  const coarser = intervals[intervals.indexOf(interval) + 1];
  if (coarser && rows.length > MOST_ROWS) return tableOf({ interval: coarser, buckets: by(coarser, buckets) });
  return { interval, rows, empty: buckets.length - rows.length };
}
