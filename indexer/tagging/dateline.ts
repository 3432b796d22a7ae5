import type { Span } from '#lib/report/finding.ts';

/** "KYIV, Ukraine, March 3 (Reuters) -", "KABUL, Afghanistan (Jan. 25, 2013)": where and by whom a text was written. */
const DATELINE =
  /^[ \t]*\p{Lu}[\p{Lu}'’. -]{2,30}(?:,\s\p{Lu}[\p{L}. ]{1,25}?)?(?:,\s\p{Lu}[\p{L}.]{2,9}\s\d{1,2})?(?:\s*\([^)\n]{2,40}\)\s*(?:[-–—:]+|$|(?=\n))|\s+[-–—]+\s)/gmu;

/** A day in brackets after a city in capitals needs neither a line of its own nor a dash: "For Release KABUL, Afghanistan (May 3)". */
const DATED =
  /(?:^[ \t]*\p{Lu}[\p{L} '’.-]{2,30}|(?<!\p{L})\p{Lu}{2}[\p{Lu} '’.-]{1,30}),\s+\p{Lu}[\p{L}. ]{2,25}\s+\(\p{Lu}\p{Ll}{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?\)/gmu;

const CAPITALS = /^\s*\p{Lu}{3}/u;
const NONE: Span[] = [];

/** Spans of a text that say where and by whom it was written, not what it is about. */
export function datelinesOf(text: string): Span[] {
  if (!CAPITALS.test(text.slice(0, 8)) && !text.includes('\n')) return NONE;
  return [DATELINE, DATED].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: line, index }): Span => [index, index + line.length]),
  );
}
