import { dayNumber, dayOfNumber } from '#lib/report/day.ts';
import type { Distribution } from './counts.ts';

const MOST = 5;

/** Days that no report covers: how many, and the longest spans of them, at most five, in their order. */
export interface Gaps {
  days: number;
  spans: { from: string; to: string }[];
}

/** Those from one day to another, both counted. `perDay`: reports by day number. */
export function gapsIn(perDay: Distribution, from: string, to: string): Gaps {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const covered = Object.keys(perDay)
    .map(Number)
    .filter((day) => (perDay[day] ?? 0) > 0 && day >= first && day <= last)
    .sort((a, b) => a - b);
  const gaps: { start: number; end: number }[] = [];
  let next = first;
  for (const day of [...covered, last + 1]) {
    if (day > next) gaps.push({ start: next, end: day - 1 });
    next = day + 1;
  }
  const longest = gaps.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start).slice(0, MOST);
  return {
    days: gaps.reduce((sum, { start, end }) => sum + end - start + 1, 0),
    spans: longest
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ from: dayOfNumber(start), to: dayOfNumber(end) })),
  };
}
