import { type Day, isDay } from '#lib/report/day.ts';
import { clockOf, clockPattern, dayIn, instantOf, written } from './clock.ts';
import { dayOf, findDates } from './find-dates.ts';
import type { Stamp } from './stamps.ts';

/** When a document was published: the instant, the day where that was, and the words that say so. */
export interface Publication {
  at: string;
  day: Day;
  quote: string;
  from: 'metadata' | 'stamp';
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}(?::?\d{2})?)$/i;
const MAIL = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})$/;
const CLOCK = new RegExp(String.raw`(?<![\d])${clockPattern}`, 'iu');

function midnight(day: Day): string {
  return `${day}T00:00:00Z`;
}

/** "-05" and "-0500" -> "-05:00". */
function zoneOf(offset: string): string {
  const [, hours, minutes = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return hours ? `${hours}:${minutes}` : offset;
}

/** An instant with its zone; the day is that of the zone it is written in, unless it is written in UTC. */
function ofInstant(words: string, zone: string): Omit<Publication, 'from'> | null {
  const match = INSTANT.exec(words);
  if (match ? !isDay(match[1] ?? '') : !MAIL.test(words)) return null;
  const [, local = '', time = '', offset = ''] = match ?? [];
  const ms = Date.parse(match ? `${local}T${time}${zoneOf(offset)}` : words);
  if (Number.isNaN(ms)) return null;
  const at = written(ms);
  return { at, day: /^[+-](?!00:?00)/.test(offset) ? local : dayIn(at, zone), quote: words };
}

/** A field's words: an instant, or a day and perhaps a time on the clock of `zone`. Null where they state no full date. */
export function publicationOf(words: string, zone: string): Publication | null {
  const instant = ofInstant(words.trim(), zone);
  if (instant) return { ...instant, from: 'metadata' };
  const [date] = findDates(words.replace(/(\d)T(?=\d)/, '$1 '), zone.startsWith('America/'));
  const day = date?.year ? dayOf(date, date.year) : null;
  if (!date || !day) return null;
  const rest = words.replace(/(\d)T(?=\d)/, '$1 ').replace(date.quote, ' ');
  const match = CLOCK.exec(rest);
  const clock = match && clockOf(match, 1);
  return { at: clock ? instantOf(day, clock, zone) : midnight(day), day, quote: words.trim(), from: 'metadata' };
}

export function publicationOfStamp({ day, clock, quote }: Stamp, zone: string): Publication {
  return { at: clock ? instantOf(day, clock, zone) : midnight(day), day, quote, from: 'stamp' };
}
