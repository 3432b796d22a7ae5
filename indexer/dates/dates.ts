import { keyList } from '#indexer/findings/key-list.ts';
import type { Block, Metadata } from '#indexer/formats/format.ts';
import type { Day } from '#lib/report/day.ts';
import type { DateBasis } from '#lib/report/report.ts';
import { coveredDay } from './covered.ts';
import { dayOf, findDates } from './find-dates.ts';
import { type Publication, publicationOf, publicationOfStamp } from './published.ts';
import { type Stamp, stampOf } from './stamps.ts';
import type { Evidence } from './years.ts';

/** A report's dates as its document states them. */
export interface Dates {
  date: Day | null;
  dateBasis: DateBasis;
  publishedAt: string | null;
}

/** A document, as far as dates go. `zone` is its publisher's. */
export interface Dated {
  title: string;
  metadata: Metadata;
  blocks: Block[];
  zone: string;
}

/** A page's own stamp stands alone on a line, with its time; those behind headlines are of other pages, so the latest counts. */
function ownStamp(stamps: Stamp[]): Stamp | null {
  const lines = stamps.filter(({ place }) => place === 'line');
  const glued = stamps.filter(({ place }) => place === 'glued').sort((a, b) => (a.day < b.day ? 1 : -1));
  return lines.find(({ clock }) => clock) ?? lines[0] ?? glued[0] ?? null;
}

function fullDates(blocks: Block[], monthFirst: boolean): { quote: string; day: Day }[] {
  return blocks.flatMap(({ text }) =>
    findDates(text, monthFirst).flatMap((date) => {
      const day = date.year ? dayOf(date, date.year) : null;
      return day ? [{ quote: date.quote, day }] : [];
    }),
  );
}

function publicationIn(metadata: Metadata, zone: string): Publication | null {
  const stated = metadata.published ? publicationOf(metadata.published, zone) : null;
  if (stated) return stated;
  // A `date` with a time of day is when the report came out; the day alone is the one it covers.
  return metadata.date && /\d:\d{2}/.test(metadata.date) ? publicationOf(metadata.date, zone) : null;
}

/** When was it published, and which day does it cover? Never from a file's name, nor from today's date. */
export function findDatesOf({ title, metadata, blocks, zone }: Dated): Dates {
  const monthFirst = zone.startsWith('America/');
  const stamp = ownStamp(blocks.flatMap(({ text }) => stampOf(text, monthFirst) ?? []));
  const published = publicationIn(metadata, zone) ?? (stamp && publicationOfStamp(stamp, zone));
  const field = metadata.date ? publicationOf(metadata.date, zone) : null;
  const evidence: Evidence[] = [];
  if (stamp) evidence.push({ from: 'stamp', quote: stamp.quote, day: stamp.day });
  if (field) evidence.push({ from: 'metadata', quote: field.quote, day: field.day });
  if (published?.from === 'metadata') evidence.push({ from: 'published', quote: published.quote, day: published.day });
  const covered = coveredDay({
    headings: keyList(blocks).headings.map((at) => blocks[at]?.text ?? ''),
    title,
    head: blocks.slice(0, 12).map(({ text }) => text),
    field,
    url: metadata.url,
    published,
    evidence,
    fullDates: () => fullDates(blocks, monthFirst),
    monthFirst,
  });
  return { ...covered, publishedAt: published?.at ?? null };
}
