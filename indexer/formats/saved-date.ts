import { dayOf, findDates } from '#indexer/dates/find-dates.ts';
import { dayNumber } from '#lib/report/day.ts';
import type { Block } from './format.ts';

/** Blocks at whose head a text says of which day it is. */
const HEAD = 8;
/** Days between the day that a text names and that on which its file was made. */
const NEAR = 7;

/**
 * When a document came out, by when its file was made or saved: null where the title or the text's head name other days,
 * since then the file is a later copy. `stamp` begins with an ISO day.
 */
export function publishedWhenSaved(stamp: string, title: string | null, blocks: readonly Block[]): string | null {
  const head = [title ?? '', ...blocks.slice(0, HEAD).map(({ text }) => text)];
  const named = head.flatMap((text) =>
    findDates(text).flatMap((date) => (date.year ? (dayOf(date, date.year) ?? []) : [])),
  );
  const saved = /^\d{4}-\d{2}-\d{2}/.exec(stamp)?.[0];
  if (!saved) return null;
  const near = named.some((day) => Math.abs(dayNumber(day) - dayNumber(saved)) <= NEAR);
  return named.length === 0 || near ? stamp : null;
}
