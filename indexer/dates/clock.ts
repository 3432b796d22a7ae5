import { TZDate } from '@date-fns/tz';
import type { Day } from '#lib/report/day.ts';

const ZONES: Record<string, string> = {
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  utc: 'UTC',
  gmt: 'UTC',
  z: 'UTC',
  bst: 'Europe/London',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  eet: 'Europe/Kyiv',
  eest: 'Europe/Kyiv',
  'kyiv time': 'Europe/Kyiv',
  msk: 'Europe/Moscow',
  'moscow time': 'Europe/Moscow',
  trt: 'Europe/Istanbul',
  irst: 'Asia/Tehran',
};

const ZONE = String.raw`(?:\s*\(?(${Object.keys(ZONES).join('|')}|[+-]\d{2}:?\d{2})\)?(?!\p{L}))?`;

/** `16:51`, `4:55 p.m. EST`, `7pm ET`, `06:20h`, at the text's start. */
export const clockPattern = String.raw`(?:(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?\s*h?(?:\s*([ap])\.?m\.?(?!\p{L}))?|(\d{1,2})\s*([ap])\.?m\.?(?!\p{L}))${ZONE}`;

/** A time of day as written; zone null where none is. */
export interface Clock {
  hours: number;
  minutes: number;
  zone: string | null;
}

/** Reads the groups of `clockPattern`, which begin at `from` in the match. */
export function clockOf(match: RegExpExecArray, from: number): Clock | null {
  const [hour, minute, half, hourAlone, halfAlone, zone] = match.slice(from, from + 6);
  const twelve = (half ?? halfAlone)?.toLowerCase();
  const stated = Number(hour ?? hourAlone);
  const minutes = Number(minute ?? 0);
  if (stated > 23 || minutes > 59 || (twelve && (stated < 1 || stated > 12))) return null;
  const hours = twelve ? (stated % 12) + (twelve === 'p' ? 12 : 0) : stated;
  return { hours, minutes, zone: zone ? (ZONES[zone.toLowerCase()] ?? zone) : null };
}

/** An instant as `2025-03-01T02:27:00Z`. */
export function written(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The instant of a day and time on the clock of a zone (`Europe/Kyiv`, `+02:00`). */
export function instantOf(day: Day, clock: Clock, zone: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return written(new TZDate(year, month - 1, date, clock.hours, clock.minutes, clock.zone ?? zone).getTime());
}

/** The day on which an instant falls in a zone. */
export function dayIn(instant: string, zone: string): Day {
  return new TZDate(Date.parse(instant), zone).toISOString().slice(0, 10);
}
