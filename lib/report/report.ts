import * as z from 'zod/mini';
import { isDay } from './day.ts';
import { Finding } from './finding.ts';

const Day = z.string().check(z.refine(isDay, 'not a day of the calendar (YYYY-MM-DD)'));

/** Where a report stands, or whose assessment it carries; `id` is a slug. */
export const Publisher = z.strictObject({
  id: z.string(),
  name: z.string(),
  url: z.nullable(z.string()),
});
export type Publisher = z.infer<typeof Publisher>;

/**
 * What the covered date rests on: the place it was read from, the words that said so, and,
 * where those words name no year, the words that the year was taken from.
 */
export const DateBasis = z.strictObject({
  from: z.enum(['text', 'title', 'metadata', 'url', 'published', 'none']),
  quote: z.nullable(z.string()),
  year: z.nullable(z.strictObject({ from: z.enum(['stamp', 'text', 'metadata', 'published']), quote: z.string() })),
});
export type DateBasis = z.infer<typeof DateBasis>;

/** Actors, regions and topics that a document states of itself, in its own words. */
export const Declared = z.strictObject({
  actor: z.array(z.string()),
  region: z.array(z.string()),
  topic: z.array(z.string()),
});
export type Declared = z.infer<typeof Declared>;

/** A situation report, or an article about one, as the archive keeps it. */
export const Report = z.strictObject({
  /** Permanent: from the canonical URL, or else the path below the folder that was indexed. */
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  /** Plain text, blocks apart by a blank line. */
  body: z.string(),
  source: Publisher,
  /** Whose assessment an article reports, when it is not the source's own. */
  originator: z.nullable(Publisher),
  url: z.nullable(z.string()),
  /** ISO 639-1, or `und`. */
  lang: z.string(),
  /** The day covered; null when the report states none and has no date at all. */
  date: z.nullable(Day),
  dateBasis: DateBasis,
  publishedAt: z.nullable(z.iso.datetime()),
  archivedAt: z.iso.datetime(),
  /** SHA-256 of title and body, hex. */
  hash: z.string(),
  /** What its endnotes and lists of sources name, as written. */
  references: z.array(z.string()),
  declared: Declared,
  /** Ids of those that the register has. */
  stated: Declared,
  findings: z.array(Finding),
});
export type Report = z.infer<typeof Report>;
