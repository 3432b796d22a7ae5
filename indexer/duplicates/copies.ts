import { containment, foldedWords, shingles } from './shingles.ts';

/** A report, as far as it is compared with others. */
export interface Compared {
  text: string;
  title: string;
  /** The day that it states to cover, `YYYY-MM-DD`; null where it states none. */
  date: string | null;
  /** The id of its publisher; null where that is unknown, or a guess from the text. */
  source: string | null;
}

/** Words a shingle: of 3 to 6, four tells edited copies from formulaic reports best. */
const WIDTH = 4;
/** Shingles below which a text (of about 40 words) may be all formula: "Forces detained insurgents in ... province". */
const SHORT = 37;
/** Shingles from which a text has a wording of its own. */
const LONG = 250;
/** The part of a short text, and of a long one, that stands in the other too. */
const OF_SHORT = 0.7;
const OF_LONG = 0.5;
/** Of texts of one source: it repeats its formulas, and puts no lead of another's over what it publishes again. */
const OF_SOURCE = 0.75;
/** Of a report of another day in one series: standing paragraphs may be most of what a quiet day brings. */
const OF_SERIES = 0.9;
/** Of the words of the shorter title, where both are of one source. */
const OF_TITLE = 1 / 3;

/** The part of a text of so many shingles that must stand in the other: the shorter a text, the more of it is formula. */
function required(size: number): number {
  const length = Math.min(1, (size - SHORT) / (LONG - SHORT));
  return OF_SHORT + (OF_LONG - OF_SHORT) * length;
}

function saysTheSame(a: string, b: string, least: number): boolean {
  const left = shingles(foldedWords(a), WIDTH);
  const right = shingles(foldedWords(b), WIDTH);
  const size = Math.min(left.length, right.length);
  if (size === 0) return false;
  const common = containment(left, right);
  if (size < SHORT) return common === 1 && left.length === right.length;
  return common >= Math.max(least, required(size));
}

function alike(title: string, other: string): boolean {
  const words = new Set(foldedWords(title));
  const others = new Set(foldedWords(other));
  const common = [...words].filter((word) => others.has(word)).length;
  return common >= OF_TITLE * Math.min(words.size, others.size);
}

/** The part that must be in common whatever the length; null where no part would make them copies. */
function leastInCommon(a: Compared, b: Compared): number | null {
  const known = a.source !== null && b.source !== null;
  const one = known && a.source === b.source;
  // What was read of a page may be its notice on cookies, the same on every page of the site.
  if (one && !alike(a.title, b.title)) return null;
  const otherDay = a.date !== null && b.date !== null && a.date !== b.date;
  if (otherDay && (one || !known)) return OF_SERIES;
  return one ? OF_SOURCE : 0;
}

/**
 * Is one the other's report: the same, or lightly edited, shortened, re-headlined or put under a lead of its own?
 * Reports of one source under unlike titles are different ones, and so are those of different days unless nearly all
 * is the same; where a source is not known, it is taken for another as to titles, and for the same as to days.
 */
export function isCopy(a: Compared, b: Compared): boolean {
  const least = leastInCommon(a, b);
  return least !== null && saysTheSame(a.text, b.text, least);
}
