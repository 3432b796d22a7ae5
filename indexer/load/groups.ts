import { type Compared, isCopy } from '#indexer/duplicates/copies.ts';
import { likelyCopies } from '#indexer/duplicates/sketch.ts';
import { wholeBody } from '#lib/archive/body-parts.ts';
import type { Meilisearch } from '#lib/archive/client.ts';
import type { Documents, ReportDocument } from '#lib/archive/documents.ts';
import { candidatesOf, Nearby, type Sketched } from './candidates.ts';
import { grouped } from './grouped.ts';
import { list } from './known.ts';
import type { Target } from './target.ts';
import { done } from './tasks.ts';
import { allFindings, namesOf, sendAll, type Writing } from './write.ts';

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

/** The groups of those of the likely ones that say the same as a report. */
async function groupsOf(
  client: Meilisearch,
  index: string,
  report: ReportDocument,
  likely: (Sketched | ReportDocument)[],
): Promise<string[]> {
  const groups = new Set<string>();
  for (const candidate of likely) {
    if (groups.has(candidate.group) || !likelyCopies(report.sketch, candidate.sketch)) continue;
    const whole = 'body' in candidate ? candidate : await client.index<ReportDocument>(index).getDocument(candidate.id);
    if (isCopy(comparedOf(report), comparedOf(whole))) groups.add(candidate.group);
  }
  return [...groups];
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

/** Names of groups that are one, a list for each. */
export type Groups = string[][];

/** The same, with `names` being of one group too. */
export function united(groups: Groups, names: string[]): Groups {
  const common = groups.filter((group) => group.some((name) => names.includes(name)));
  return [...groups.filter((group) => !common.includes(group)), [...new Set([...common.flat(), ...names])]];
}

/** The groups that `fresh` reports, each so far alone, are of; `onTheWay` are those that the engine may not have yet. */
export async function groupsFor(
  { client, target, standing }: Grouping,
  fresh: Documents[],
  onTheWay: ReportDocument[],
): Promise<Groups> {
  const reports = fresh.map(({ report }) => report);
  const candidates = await candidatesOf(client, target.reports, reports, standing);
  const nearby = new Nearby<ReportDocument>();
  for (const report of new Map(onTheWay.map((one) => [one.id, one])).values()) nearby.add(report);
  let groups: Groups = [];
  for (const [at, report] of reports.entries()) {
    const here = [...nearby.sharing(report.sketch)].filter(({ id }) => id !== report.id);
    const likely = [...here, ...(candidates[at] ?? []).filter((one) => !here.some((other) => other.id === one.id))];
    const joined = await groupsOf(client, target.reports, report, likely);
    if (joined.length > 0) groups = united(groups, [report.group, ...joined]);
    nearby.add(report);
  }
  return groups;
}

/**
 * Documents of a batch, with the other members of `groups` that the engine has: all of each marked as what they are.
 * What the engine has of the batch, and of reports `without` which the groups are to be, is left aside.
 */
export async function wholeGroups(
  { client, target }: Pick<Writing, 'client' | 'target'>,
  groups: Groups,
  batch: Documents[],
  without: string[] = [],
): Promise<Documents[]> {
  const aside = new Set([...batch.map(({ report }) => report.id), ...without]);
  const named = new Set(groups.flat());
  const made = batch.filter(({ report }) => !named.has(report.group));
  for (const names of groups) {
    const own = batch.filter(({ report }) => names.includes(report.group));
    const { results } = await client
      .index<ReportDocument>(target.reports)
      .getDocuments({ filter: `group IN ${list(names)}`, limit: 1000 });
    const others = results.filter(({ id }) => !aside.has(id));
    const kept = others.map(async (report) => ({ report, findings: await allFindings(client, target, report.id) }));
    made.push(...grouped([...own, ...(await Promise.all(kept))]));
  }
  return made;
}

/** Marks anew what stays of groups when some reports leave them; done when this resolves. */
export async function leaveGroups(
  writing: Writing,
  leaving: Pick<ReportDocument, 'id' | 'group' | 'also'>[],
): Promise<void> {
  const groups = new Set(leaving.filter(isGrouped).map(({ group }) => group));
  const names = [...groups].map((group) => [group]);
  const rest = await wholeGroups(
    writing,
    names,
    [],
    leaving.map(({ id }) => id),
  );
  for (const task of await sendAll(writing, rest)) await done(task, namesOf(rest));
}
