import { likelyCopies } from '#indexer/duplicates/sketch.ts';
import type { Tagged } from '#indexer/workers/read-chunks.ts';
import { reportId } from '#lib/report/ids.ts';
import { type Change, inputId } from './inputs.ts';
import type { KnownReport } from './known.ts';

/** What tells a report from another. */
export type Identity = Pick<KnownReport, 'id' | 'title' | 'hash' | 'date' | 'url' | 'sketch' | 'inputs'>;

/** The reports that are known. */
export interface Identities {
  byId: (id: string) => Identity | undefined;
  byText: (text: Pick<Identity, 'hash' | 'date'>) => Identity | undefined;
}

export interface Identified {
  id: string;
  /** Where its address was not believed: the report that has it. */
  addressOf: Identity | null;
}

/** May two readings under one address be one report, edited? */
function maySame(before: Identity, { report, sketch }: Tagged): boolean {
  if (before.hash === report.hash) return true;
  if (before.date && report.date && before.date !== report.date) return false;
  return likelyCopies(before.sketch, sketch);
}

/** The ids that a document has by its place: in the folder that was indexed, and on this machine. */
export function placesOf({ key }: Tagged, { found }: Change): string[] {
  return [found.path, found.file].map((path) => reportId({ url: null, path: key === null ? path : `${path}#${key}` }));
}

/** The report that a file gave under the same key when it was read before. */
export function earlierId({ key }: Tagged, { known }: Change): string | undefined {
  return known?.reports.find((one) => one.key === key)?.id;
}

/** Is the file as it was when it was read before, so that it gives what it gave? */
export function isSameFile({ known, facts }: Change): boolean {
  return known !== null && known.hash !== '' && known.hash === facts.hash;
}

/**
 * Which report is it that was read? The one of its address, or of its path, unless that one is another: templates put
 * one wrong address on every page, and two folders may hold the same path. Without an address, or under one that is not
 * believed, it is what its file gave before, or, of a file that was renamed or copied, what has its text.
 */
export function identify(read: Tagged, change: Change, { byId, byText }: Identities): Identified {
  const { report } = read;
  const earlier = byId(earlierId(read, change) ?? '');
  const before = byId(report.id);
  const isOther = before !== undefined && before.id !== earlier?.id && !maySame(before, read);
  const addressOf = isOther && report.url !== null ? before : null;
  if (earlier && (report.url === null || isSameFile(change))) return { id: earlier.id, addressOf };
  if (before && !isOther) return { id: before.id, addressOf };
  if (!before && report.url !== null) {
    const gotAddress = earlier?.url === null && maySame(earlier, read);
    return { id: gotAddress ? earlier.id : report.id, addressOf };
  }
  const same = earlier?.url === null ? earlier : byText(report);
  if (same) return { id: same.id, addressOf };
  if (!before) return { id: report.id, addressOf };
  const own = inputId(change.found.file);
  const free = placesOf(read, change).find((id) => byId(id)?.inputs.includes(own) ?? true);
  return { id: free ?? report.id, addressOf };
}
