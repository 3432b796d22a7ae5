import { likelyCopies } from '#indexer/duplicates/sketch.ts';
import type { Tagged } from '#indexer/workers/read-chunks.ts';
import { reportId } from '#lib/report/ids.ts';
import { type Change, inputId } from './inputs.ts';
import type { KnownReport } from './known.ts';

/** What tells a report from another. */
export type Identity = Pick<KnownReport, 'id' | 'title' | 'hash' | 'date' | 'sketch' | 'inputs'>;

/** The reports that are known. */
export interface Identities {
  byId: (id: string) => Identity | undefined;
  byHash: (hash: string) => Identity | undefined;
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

/**
 * Which report is it that was read? The one of its address, or of its path, unless that one is another: templates put
 * one wrong address on every page, and two folders may hold the same path. Without an address, a file that was renamed
 * or copied is known by its content.
 */
export function identify(read: Tagged, { known, found }: Change, { byId, byHash }: Identities): Identified {
  const { report, key } = read;
  const earlier = known?.reports.find((one) => one.key === key)?.id;
  if (report.url === null && earlier && byId(earlier)) return { id: earlier, addressOf: null };
  const before = byId(report.id);
  if (before && (before.id === earlier || maySame(before, read))) return { id: before.id, addressOf: null };
  const same = report.url === null ? byHash(report.hash) : undefined;
  if (same) return { id: same.id, addressOf: null };
  if (!before) return { id: report.id, addressOf: null };
  const own = inputId(found.file);
  const places = [found.path, found.file].map((place) => (key === null ? place : `${place}#${key}`));
  const ids = [...(earlier ? [earlier] : []), ...places.map((path) => reportId({ url: null, path }))];
  const free = ids.find((id) => byId(id)?.inputs.includes(own) ?? true);
  return { id: free ?? report.id, addressOf: report.url === null ? null : before };
}
