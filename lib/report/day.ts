const DAY_MS = 86_400_000;

// Written out: the month names of Intl differ between the server's and the browser's versions of the locale data.
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Is this a day of the calendar, written `YYYY-MM-DD`? `2025-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Is this an instant in UTC, to the second or finer: `2025-03-01T02:27:00Z`? */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text) && Number.isFinite(Date.parse(text));
}

/** A UTC day, `YYYY-MM-DD`. */
export type Day = string;

/** Days since 1970-01-01, the form in which the engine compares days. */
export function dayNumber(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

export function dayOfNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** The UTC day of an instant, `2025-03-01T02:27:00Z` -> `2025-03-01`. */
export function dayOfInstant(instant: string): Day {
  return new Date(instant).toISOString().slice(0, 10);
}

/** `2025-02-28` -> `28 February 2025`. */
export function writtenDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
