import type { Interval } from '#lib/search/query.ts';
import type { Histogram } from '#lib/search/result.ts';
import { longDay, monthName, shortDay } from '../format.ts';

/** A bucket in words: `28 Feb 2025`, `Feb 2025`, `2025`. */
export function bucketName(from: string, interval: Interval): string {
  return interval === 'day' ? shortDay(from) : interval === 'month' ? monthName(from) : from.slice(0, 4);
}

/** The day that an end of the strip stands for, as it is read out. */
export function endName(end: 'From' | 'To', day: string): string {
  return `${end}: ${longDay(day)}`;
}

const MOST_LABELS = 8;
const MONTHS_AS_MONTHS = 48;
const STEPS = { month: [1, 3, 6], year: [1, 2, 5, 10, 20, 50, 100, 200, 500] };

/** Months or years since some beginning, so that round ones are those that a step divides. */
function numberOf(from: string, unit: 'month' | 'year'): number {
  const [year = 0, month = 1] = from.split('-').map(Number);
  return unit === 'year' ? year : year * 12 + month - 1;
}

/** The few labels under the columns: beginnings of months or years, as round as fit, and the first column where there is room. */
export function axisLabels({ interval, buckets }: Pick<Histogram, 'interval' | 'buckets'>) {
  const [first = '', last = ''] = [buckets[0]?.from, buckets.at(-1)?.from];
  const months = numberOf(last, 'month') - numberOf(first, 'month');
  const unit = interval !== 'year' && months <= MONTHS_AS_MONTHS ? 'month' : 'year';
  const starts = buckets.flatMap(({ from }, index) =>
    from.endsWith(unit === 'year' ? '-01-01' : '-01') ? [{ index, from }] : [],
  );
  const step = STEPS[unit].find((one) => starts.length / one <= MOST_LABELS) ?? 1000;
  const round = starts.filter(({ from }) => numberOf(from, unit) % step === 0);
  const room = round[0] ? round[0].index * MOST_LABELS : buckets.length;
  const kept = room >= buckets.length ? [{ index: 0, from: first }, ...round] : round;
  return kept.map(({ index, from }) => ({ index, text: bucketName(from, unit) }));
}
