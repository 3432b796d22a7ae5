import { isDeepStrictEqual } from 'node:util';
import { list } from '#indexer/load/known.ts';
import { pages } from '#indexer/load/pages.ts';
import { current } from '#indexer/load/target.ts';
import { createReportTagger, type ReportTagger } from '#indexer/tagging/tag-report.ts';
import type { Meilisearch } from '#lib/archive/client.ts';
import { type Documents, documentsOf, type FindingDocument, type ReportDocument } from '#lib/archive/documents.ts';
import { heldOf, reportOf } from '#lib/archive/report-of.ts';
import type { Register } from '#lib/entities/register.ts';
import { facets } from '#lib/facets/facets.ts';

/** A finding as it is in the archive, and as it would be. */
export interface Touched {
  before: FindingDocument;
  after: FindingDocument;
}

/** A report of the archive with its findings, and what another register makes of it: itself, where that is the same. */
export interface Retagged {
  before: Documents;
  after: Documents;
  touched: Touched[];
}

/** Reports that are held at once, with all their findings. */
const PAGE = 20;

const taggedFacets = facets.filter(({ kind }) => kind === 'entity' || kind === 'tree').map(({ id }) => id);

/** The reports of the archive with their findings, some at a time. */
async function* wholeReports(client: Meilisearch): AsyncIterable<Documents[]> {
  for await (const reports of pages<ReportDocument>(client, current.reports, { size: PAGE })) {
    const findings = new Map<string, FindingDocument[]>(reports.map(({ id }) => [id, []]));
    const filter = `report.id IN ${list([...findings.keys()])}`;
    for await (const page of pages<FindingDocument>(client, current.findings, { filter, size: 1000 }))
      for (const finding of page) findings.get(finding.report.id)?.push(finding);
    yield reports.map((report) => ({ report, findings: findings.get(report.id) ?? [] }));
  }
}

/** A document with the tags of another, itself where they are its own: its group and its copies stay. */
function withTags<T extends FindingDocument | ReportDocument>(before: T, fresh: T): T {
  const tagged = Object.fromEntries(taggedFacets.map((id) => [id, fresh.facets[id] ?? []]));
  const after = { ...before, tags: fresh.tags, names: fresh.names, facets: { ...before.facets, ...tagged } };
  return isDeepStrictEqual(after, before) ? before : after;
}

function retagged(before: Documents, register: Register, tag: ReportTagger): Retagged {
  const fresh = documentsOf(tag(reportOf(before)), register, { ...heldOf(before), sketch: before.report.sketch });
  const byId = new Map(fresh.findings.map((finding) => [finding.id, finding]));
  const findings = before.findings.map((finding) => withTags(finding, byId.get(finding.id) ?? finding));
  const touched = findings.flatMap((after, at) => {
    const finding = before.findings[at];
    return finding && finding !== after ? [{ before: finding, after }] : [];
  });
  const { stated, revision } = fresh.report;
  const tagged = withTags(before.report, fresh.report);
  const report = revision === before.report.revision ? before.report : { ...tagged, stated, revision };
  const isSame = report === before.report && touched.length === 0;
  return { before, after: isSame ? before : { report, findings }, touched };
}

/**
 * All reports of the archive as a register tags them, some at a time; nothing is written. Every text is looked at: what a
 * name means can hang on entities that its report does not name.
 */
export async function* retagArchive(client: Meilisearch, register: Register): AsyncIterable<Retagged[]> {
  const tag = createReportTagger(register);
  for await (const page of wholeReports(client)) yield page.map((before) => retagged(before, register, tag));
}
