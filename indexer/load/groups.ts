import { type Compared, isCopy } from '#indexer/duplicates/copies.ts';
import { likelyCopies } from '#indexer/duplicates/sketch.ts';
import { wholeBody } from '#lib/archive/body-parts.ts';
import type { Meilisearch } from '#lib/archive/client.ts';
import { type Documents, inGroup, type ReportDocument } from '#lib/archive/documents.ts';
import { candidatesOf, Nearby, type Sketched } from './candidates.ts';
import { grouped } from './grouped.ts';
import type { Target } from './target.ts';
import { allFindings } from './write.ts';

/** What `unknownPublisher` calls one of which nothing is known. */
const UNKNOWN = 'unknown';

function comparedOf(report: ReportDocument): Compared {
  const { title, date, dateBasis, source, url } = report;
  return {
    text: wholeBody(report),
    title,
    // A day that was taken from the publication is none that the report states.
    date: dateBasis.from === 'published' ? null : date,
    // Of a file without an address the source is a guess, as is one that nothing names.
    source: url === null || source.id === UNKNOWN ? null : source.id,
  };
}

/** The group that a report belongs to, if one of the likely ones says the same. */
async function groupOf(
  client: Meilisearch,
  index: string,
  report: ReportDocument,
  likely: (Sketched | ReportDocument)[],
): Promise<string | null> {
  for (const candidate of likely) {
    if (!likelyCopies(report.sketch, candidate.sketch)) continue;
    const whole = 'body' in candidate ? candidate : await client.index<ReportDocument>(index).getDocument(candidate.id);
    if (isCopy(comparedOf(report), comparedOf(whole))) return candidate.group;
  }
  return null;
}

/** Where, and samples that are known to be of standing phrases; it grows. */
export interface Grouping {
  client: Meilisearch;
  target: Target;
  standing: Set<number>;
}

/** Is a report one of several that say the same? */
export function isGrouped({ id, group, also }: Pick<ReportDocument, 'id' | 'group' | 'also'>): boolean {
  return group !== id || also.length > 0;
}

/** Puts each of `fresh` into the group of a report that says the same; `onTheWay` are those that the engine may not have yet. */
export async function joinGroups(
  { client, target, standing }: Grouping,
  fresh: Documents[],
  onTheWay: ReportDocument[],
): Promise<void> {
  const reports = fresh.map(({ report }) => report);
  const candidates = await candidatesOf(client, target.reports, reports, standing);
  const nearby = new Nearby<ReportDocument>();
  for (const report of onTheWay) nearby.add(report);
  for (const [at, documents] of fresh.entries()) {
    const { id, sketch } = documents.report;
    const here = [...nearby.sharing(sketch)].filter((one) => one.id !== id);
    const likely = [...here, ...(candidates[at] ?? []).filter((one) => !here.some((other) => other.id === one.id))];
    const group = await groupOf(client, target.reports, documents.report, likely);
    if (group) Object.assign(documents, inGroup(documents, group));
    nearby.add(documents.report);
  }
}

/** The groups of more than one that `batch` has a part in, whole: all members of each, marked as what they are. */
export async function wholeGroups(
  { client, target }: { client: Meilisearch; target: Target },
  batch: Documents[],
  groups: string[],
): Promise<Documents[]> {
  const made: Documents[] = [];
  for (const group of groups) {
    const own = batch.filter(({ report }) => report.group === group);
    const { results } = await client
      .index<ReportDocument>(target.reports)
      .getDocuments({ filter: `group = ${JSON.stringify(group)}`, limit: 1000 });
    const others = results.filter(({ id }) => !own.some(({ report }) => report.id === id));
    const kept = others.map(async (report) => ({ report, findings: await allFindings(client, target, report.id) }));
    made.push(...grouped([...own, ...(await Promise.all(kept))]));
  }
  return made;
}
