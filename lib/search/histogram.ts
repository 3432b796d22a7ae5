import { MOST_FACET_VALUES } from '#lib/archive/settings.ts';
import { type Day, dayNumber, dayOfNumber } from '#lib/report/day.ts';
import type { Distribution } from './counts.ts';
import { bucketStart, nextStart } from './interval.ts';
import type { Interval } from './query.ts';
import type { Bucket, Histogram, Total } from './result.ts';

interface DayCount {
  day: number;
  count: number;
}

/** First and last day. */
export interface DaySpan {
  from: Day;
  to: Day;
}

/** Strays are at most this share of all … */
const STRAY_SHARE = 0.05;
/** … and lie further off than so many days. */
const STRAY_DAYS = 400;
const DAYS_AS_DAYS = 400;
const DAYS_AS_MONTHS = 366 * 20;
/** More columns cannot be told apart on any screen, and all must be sent. */
const MOST_DAYS = 12_000;

/** Where the days but for strays at their beginning begin: after a gap that is wider than all that follows it. */
function withoutFirst(days: DayCount[], most: number): DayCount[] {
  const last = days.at(-1)?.day ?? 0;
  let [seen, cut] = [0, 0];
  for (const [index, { day, count }] of days.entries()) {
    const gap = day - (days[index - 1]?.day ?? day);
    if (seen > most) break;
    if (gap > Math.max(STRAY_DAYS, last - day)) cut = index;
    seen += count;
  }
  return days.slice(cut);
}

function mirrored(days: DayCount[]): DayCount[] {
  return days.map(({ day, count }) => ({ day: -day, count })).reverse();
}

/**
 * The days from the first to the last, but for strays: few, and further off than all the rest is long. One report
 * dated 1925 by mistake would else squeeze two months into one column of a hundred. null: there is no day.
 */
export function spanOfDays(distribution: Distribution): DaySpan | null {
  let days = Object.entries(distribution).map(([day, count]) => ({ day: Number(day), count }));
  days.sort((a, b) => a.day - b.day);
  const most = STRAY_SHARE * days.reduce((sum, { count }) => sum + count, 0);
  // Strays at one end hide those at the other.
  for (let before = 0; before !== days.length; ) {
    before = days.length;
    days = mirrored(withoutFirst(mirrored(withoutFirst(days, most)), most));
  }
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { from: dayOfNumber(first.day), to: dayOfNumber(last.day) } : null;
}

/** The interval asked for, or the one that shows so many days well. */
function intervalFor(days: number, asked: Interval | null): Interval {
  if (asked === 'day' && days > MOST_DAYS) return 'month';
  return asked ?? (days <= DAYS_AS_DAYS ? 'day' : days <= DAYS_AS_MONTHS ? 'month' : 'year');
}

/** Counts by day number as buckets without gaps over a span, empty ones at 0; what lies before and after it is counted apart. */
export function histogramOf(
  distribution: Distribution,
  asked: Interval | null,
  span: DaySpan | null,
): Omit<Histogram, 'undated'> {
  const whole = span ?? spanOfDays(distribution);
  if (!whole) return { interval: asked ?? 'day', buckets: [], before: 0, after: 0 };
  const interval = intervalFor(dayNumber(whole.to) - dayNumber(whole.from), asked);
  const [first, last] = [bucketStart(whole.from, interval), bucketStart(whole.to, interval)];
  const counts = new Map<Day, number>();
  for (const [day, count] of Object.entries(distribution)) {
    const start = bucketStart(dayOfNumber(Number(day)), interval);
    counts.set(start, (counts.get(start) ?? 0) + count);
  }
  const sumOf = (isIn: (start: Day) => boolean) =>
    [...counts].reduce((sum, [start, count]) => sum + (isIn(start) ? count : 0), 0);
  const buckets: Bucket[] = [];
  for (let start = first; start <= last; start = nextStart(start, interval))
    buckets.push({ from: start, count: counts.get(start) ?? 0 });
  return { interval, buckets, before: sumOf((start) => start < first), after: sumOf((start) => start > last) };
}

/** How many of a total have no day. Of more days than the engine counts nothing is known of the rest: at least none. */
export function undatedOf(distribution: Distribution, { value, relation }: Total): Total {
  const counts = Object.values(distribution);
  if (counts.length >= MOST_FACET_VALUES) return { value: 0, relation: 'gte' };
  return { value: Math.max(0, value - counts.reduce((sum, count) => sum + count, 0)), relation };
}
