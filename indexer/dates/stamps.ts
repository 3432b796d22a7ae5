import { viewWords } from '#indexer/findings/boilerplate-words.ts';
import { type Clock, clockOf, clockPattern } from './clock.ts';
import { dayOf, findDates, type Stated } from './find-dates.ts';

/** A date that says when a text was published. */
export interface Stamp {
  quote: string;
  day: string;
  clock: Clock | null;
  /** `line`: alone on its line, as a page's own stamp is; `glued`: behind a headline. */
  place: 'line' | 'glued';
}

const VIEWS = new RegExp(String.raw`\d[\d ,.]*k?\s*(?:${viewWords})(?!\p{L})`, 'iu');
/** A comma before views parts words, and not thousands: "drew 2,000,000 views" is a sentence. */
const VIEWS_AT_END = new RegExp(String.raw`(?:[•·|]|,\s|\d{1,2}:\d{2}|^)\s*${VIEWS.source}\s*$`, 'iu');
const CLOCK_AFTER = new RegExp(String.raw`^[\s,.•·|–—@-]*(?:(?:at|о|об|в|um|à)\s+)?${clockPattern}`, 'iu');
const CLOCK_BEFORE = new RegExp(String.raw`(?<!\d)${clockPattern}[\s,.•·|–—-]*$`, 'iu');
const LABEL =
  /\b(?:published|updated|posted|last|modified|created|on|at|date|first|press)\b|(?:опубліковано|оновлено|дата|публікації|опубликовано|обновлено|публикации)|(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sat|sun)(?:day)?\b/giu;
const YEAR_MARK = /(?:року|рік|года|год|р|г)\.?(?!\p{L})/giu;

/** What a date with its year has at the least; most lines are none, and need no closer look. */
const HAS_YEAR = /(?:19|20)\d{2}|\d[./-]\d{1,2}[./-]\d{2}/;

/** A stamp stands at the end of a line. */
const TAIL = 240;
const VIEWS_TAIL = 60;
/** A stamp of its own is a short line. */
const LINE = 120;
/** "funeral on February 2319.02.25, 09:41": a headline that ends in a number. */
const GLUED_NUMBER = /(\d)(?=\d{2}\.\d{2}\.(?:\d{2}|\d{4}),?\s+\d{1,2}:\d{2})/;

/** Letters behind a time that name a zone no table has ("07:57 IST"): they are read over, and the publisher's zone holds. */
const UNKNOWN_ZONE = /^\s*\(?\p{Lu}{2,5}\)?(?![\p{L}\p{N}])/u;
const UNKNOWN_ZONE_AT_END = /(?<=\d|\d\s?[ap]\.?m\.?)\s+\(?\p{Lu}{2,5}\)?(?=[\s,.•·|–—-]*$)/u;

function zoneLength({ zone }: Clock, rest: string): number {
  return zone === null ? (UNKNOWN_ZONE.exec(rest)?.[0].length ?? 0) : 0;
}

function clockBefore(text: string): { clock: Clock; length: number } | null {
  const match =
    CLOCK_BEFORE.exec(text) ?? CLOCK_BEFORE.exec(text.replace(UNKNOWN_ZONE_AT_END, (zone) => ' '.repeat(zone.length)));
  const clock = match && clockOf(match, 1);
  return clock ? { clock, length: match[0].length } : null;
}

function clockBeside(text: string, date: Stated): { clock: Clock | null; length: number; before: number } {
  const after = CLOCK_AFTER.exec(
    text.slice(date.index + date.quote.length).replace(/^\s*(?:року|р\.|года|г\.)/u, (mark) => ' '.repeat(mark.length)),
  );
  const behind = after && clockOf(after, 1);
  const rest = after ? text.slice(date.index + date.quote.length + after[0].length) : '';
  if (behind) return { clock: behind, length: after[0].length + zoneLength(behind, rest), before: 0 };
  const front = clockBefore(text.slice(0, date.index));
  return front ? { clock: front.clock, length: 0, before: front.length } : { clock: null, length: 0, before: 0 };
}

/** The line's words but for the date, the time, views and labels. */
function remainder(text: string, date: Stated): string {
  const { length, before } = clockBeside(text, date);
  const rest = `${text.slice(0, date.index - before)} ${text.slice(date.index + date.quote.length + length)}`;
  return rest
    .replace(VIEWS, '')
    .replace(LABEL, '')
    .replace(YEAR_MARK, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The stamp that a line of text is, or ends with: `… maps01.03.25, 04:27 • 102020 views`. */
export function stampOf(text: string, monthFirst = false): Stamp | null {
  const tail = text.slice(-TAIL);
  if (!HAS_YEAR.test(tail)) return null;
  const source = tail.replace(GLUED_NUMBER, '$1\n');
  const date = findDates(source, monthFirst).at(-1);
  const day = date?.year ? dayOf(date, date.year) : null;
  if (!date || !day) return null;
  const { clock, length } = clockBeside(source, date);
  if (text.length < LINE && remainder(source, date) === '') return { quote: date.quote, day, clock, place: 'line' };
  const behind = source.slice(date.index + date.quote.length + length);
  const ends = /^[\s•·|.]*$/.test(behind.replace(VIEWS, ''));
  const glued = /[\p{L}\p{N}\n)"”»’?!.]/u.test(source.charAt(date.index - 1));
  return ends && (hasViews(source) || (glued && clock)) ? { quote: date.quote, day, clock, place: 'glued' } : null;
}

/** Nothing but a date, with a time or without: "Feb 27, 2026 16:51", "January 21, 7:45 pm ET". */
export function isStampLine(text: string): boolean {
  if (text.length >= LINE || !/\d/.test(text)) return false;
  const date = findDates(text).at(-1);
  return date !== undefined && remainder(text, date) === '';
}

/** A headline with its stamp and perhaps its views glued on. */
export function isGluedStamp(text: string): boolean {
  return stampOf(text)?.place === 'glued';
}

/** Does the line end with how often a page was viewed? */
export function hasViews(text: string): boolean {
  // Only the end is looked at: a line of digits and commas would be gone over once for each of them.
  const tail = text.slice(-VIEWS_TAIL);
  return VIEWS_AT_END.test(tail.length < text.length ? tail.replace(/^[\d ,.]+/, '') : tail);
}
