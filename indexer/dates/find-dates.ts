import { type Day, isDay } from '#lib/report/day.ts';
import { monthPattern, months } from './months.ts';

/** A date that a text states, with the words that state it; year null where they name none. */
export interface Stated {
  quote: string;
  index: number;
  year: number | null;
  month: number;
  day: number;
}

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
const UNTIL = String.raw`(?:\s*[-–—]\s*(\d{1,2})(?:st|nd|rd|th|\.)?)?`;
const YEAR = String.raw`((?:19|20)\d{2})(?![\d\p{L}])`;
const MONTH = String.raw`(${monthPattern})(?!\p{L})\.?`;

const DAY_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d.,:/-])${DAY}${UNTIL}\s*(?:of\s+|de\s+|\s)${MONTH}(?:,?\s+(?:de\s+)?${YEAR})?`,
  'giu',
);
const MONTH_FIRST = new RegExp(
  String.raw`(?<!\p{L})${MONTH}\s*(\d{1,2})(?:st|nd|rd|th)?(?!\d|%|[:.,]\d)(?:\s*(?:[-–—]|and|to)\s*(\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:$|[.,:;)"”]|(?:19|20)\d{2}\b)))?(?:,?\s+${YEAR})?`,
  'giu',
);
const ISO = /(?<![\d-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])/g;
const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d/-]|\.\d)/g;

/** "may" and "march" are words too, unless a capital or a year makes them months. */
const WORDS = /^(?:may|march|mar|mars|mai|mayo|maj)$/;

function exists({ year, month, day }: Pick<Stated, 'year' | 'month' | 'day'>): boolean {
  const two = (number: number) => String(number).padStart(2, '0');
  return isDay(`${year ?? 2024}-${two(month)}-${two(day)}`);
}

function named(match: RegExpMatchArray, month: string, days: (string | undefined)[], year: string | undefined): Stated {
  const [first, last] = days.map(Number);
  // Of a span of days the last counts: "February 27-28".
  const day = last && first && last > first ? last : (first ?? 0);
  return {
    quote: match[0].trim(),
    index: match.index ?? 0,
    year: year ? Number(year) : null,
    month: months.get(month.toLowerCase()) ?? 0,
    day,
  };
}

function byName(text: string): Stated[] {
  const found = [
    ...[...text.matchAll(DAY_FIRST)].map((match) => ({
      match,
      month: match[3] ?? '',
      days: [match[1], match[2]],
      year: match[4],
    })),
    ...[...text.matchAll(MONTH_FIRST)].map((match) => ({
      match,
      month: match[1] ?? '',
      days: [match[2], match[3]],
      year: match[4],
    })),
  ];
  return found
    .filter(({ month, year }) => year !== undefined || !WORDS.test(month))
    .map(({ match, month, days, year }) => named(match, month, days, year));
}

function byNumber(text: string, monthFirst: boolean): Stated[] {
  const iso = [...text.matchAll(ISO)].map((match) => {
    const [quote, year, , month, day] = match;
    return { quote, index: match.index, year: Number(year), month: Number(month), day: Number(day) };
  });
  const numeric = [...text.matchAll(NUMERIC)].map((match) => {
    const [quote, first, mark, second, written] = match;
    const year = Number(written) + (written?.length === 2 ? 2000 : 0);
    const american = (mark === '/' && monthFirst && Number(first) <= 12) || Number(second) > 12;
    const [day, month] = american ? [Number(second), Number(first)] : [Number(first), Number(second)];
    return { quote, index: match.index, year, month, day };
  });
  return [...iso, ...numeric];
}

/**
 * The dates a text states, in its order, in the languages of `months.ts` or in numbers: day first, but in `01/03/2025`
 * where `monthFirst` says otherwise. No relative ones ("yesterday"), no months without a day.
 */
export function findDates(text: string, monthFirst = false): Stated[] {
  const all = [...byName(text), ...byNumber(text, monthFirst)]
    .filter(exists)
    .sort((a, b) => a.index - b.index || b.quote.length - a.quote.length);
  let end = -1;
  return all.filter(({ index, quote }) => {
    const free = index >= end;
    if (free) end = index + quote.length;
    return free;
  });
}

/** The day, where the year is known. */
export function dayOf({ month, day }: Stated, year: number): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
