import { MONTHS } from '#lib/report/day.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface DayParts {
  day: number;
  month: string;
  year: string;
  weekday: string;
}

function parts(day: string): DayParts {
  const date = new Date(`${day}T00:00:00Z`);
  return {
    day: date.getUTCDate(),
    month: MONTHS[date.getUTCMonth()] ?? '',
    year: day.slice(0, 4),
    weekday: WEEKDAYS[date.getUTCDay()] ?? '',
  };
}

/** `2025-02-28` -> `28 Feb 2025`. */
export function shortDay(day: string): string {
  const { day: number, month, year } = parts(day);
  return `${number} ${month.slice(0, 3)} ${year}`;
}

/** `2025-02-28` -> `Friday, 28 February 2025`. */
export function longDay(day: string): string {
  const { day: number, month, year, weekday } = parts(day);
  return `${weekday}, ${number} ${month} ${year}`;
}

export function dayParts(day: string): DayParts {
  return parts(day);
}

/** `2025-02` or `2025-02-01` -> `Feb 2025`. */
export function monthName(day: string): string {
  const { month, year } = parts(`${day.slice(0, 7)}-01`);
  return `${month.slice(0, 3)} ${year}`;
}

/** `2025-03-01T02:27:00Z` -> `1 Mar 2025, 02:27 UTC`. */
export function instant(at: string): string {
  return `${shortDay(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
}

/** Thousands apart by a thin space: `1 204`. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, '\u2009');
}

/** `1 finding`, `2 findings`. */
export function counted(number: number, singular: string, plural = `${singular}s`): string {
  return `${count(number)} ${number === 1 ? singular : plural}`;
}

/** How many days a span has, both its ends counted. */
export function daysIn({ from, to }: { from: string; to: string }): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/** A share in whole percent: `34 %`, and `< 1 %` of what is there but little. */
export function percent(part: number, whole: number): string {
  const share = whole > 0 ? (100 * part) / whole : 0;
  return share > 0 && share < 1 ? '<\u20091\u2009%' : `${Math.round(share)}\u2009%`;
}
