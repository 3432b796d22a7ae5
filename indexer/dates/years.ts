import { type Day, dayNumber } from '#lib/report/day.ts';
import { dayOf, type Stated } from './find-dates.ts';

/** A full date from which a missing year is taken. */
export interface Evidence {
  from: 'stamp' | 'text' | 'metadata' | 'published';
  quote: string;
  day: Day;
}

/** About ten months: farther back, a day is rather the next one of its name. */
const FARTHEST = 305;

/** The day in the year that puts it at or shortly before `near`: February 28 by 2025-03-01 is 2025-02-28. */
export function dayNear(date: Stated, near: Day): Day | null {
  const year = Number(near.slice(0, 4));
  const days = [year + 1, year, year - 1].flatMap((candidate) => dayOf(date, candidate) ?? []);
  const back = (day: Day) => dayNumber(near) - dayNumber(day);
  const before = days.find((day) => back(day) >= -1 && back(day) <= FARTHEST);
  return before ?? days.sort((a, b) => Math.abs(back(a)) - Math.abs(back(b)))[0] ?? null;
}

/** Full dates of the text agree on a year, most of them: the evidence is the latest of that year. */
export function yearOfText(date: Stated, days: { quote: string; day: Day }[]): { quote: string; day: Day } | null {
  const votes = new Map<Day, { quote: string; count: number }>();
  for (const { quote, day } of days) {
    const meant = dayNear(date, day);
    if (!meant) continue;
    const vote = votes.get(meant);
    votes.set(meant, { quote, count: (vote?.count ?? 0) + 1 });
  }
  const [best] = [...votes].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? 1 : -1));
  return best ? { quote: best[1].quote, day: best[0] } : null;
}
