import type { Stated } from './find-dates.ts';
import { monthPattern } from './months.ts';

const JOIN = String.raw`\s*(?:[-–—]|to|through|until|till|and|по|до)\s*`;
const YEAR = String.raw`(?:,?\s+(?:19|20)\d{2})?`;
const FIRST_DAY = String.raw`(?:\d{1,2}(?:st|nd|rd|th|\.)?(?:\s+(?:${monthPattern})\.?${YEAR})?|(?:${monthPattern})\.?\s+\d{1,2}(?:st|nd|rd|th)?${YEAR}|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)`;
const BEFORE = new RegExp(String.raw`(?<![\p{L}\d.,/-])${FIRST_DAY}${JOIN}$`, 'iu');
const BETWEEN = new RegExp(`^${JOIN}$`, 'iu');

/** Characters before a date in which the first day of its span may stand. */
const REACH = 40;

function joins(text: string, from: Stated, to: Stated): boolean {
  return BETWEEN.test(text.slice(from.index + from.quote.length, to.index));
}

/** Where the first of some dates begins a span ("24 February - 2 March 2025"), its last day, else that first. */
export function endOfSpan(text: string, dates: Stated[]): Stated | undefined {
  const [first, second] = dates;
  return first && second && joins(text, first, second) ? second : first;
}

/** The words of a date with those of the span that it ends: "3 to 9 February 2025". */
export function quoteOfSpan(text: string, { index, quote }: Stated): string {
  const before = BEFORE.exec(text.slice(Math.max(0, index - REACH), index))?.[0] ?? '';
  return text.slice(index - before.length, index + quote.length).trim();
}
