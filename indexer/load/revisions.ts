import type { Documents, FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import type { RevisionDocument } from '#lib/archive/records.ts';
import { sha256 } from '#lib/report/ids.ts';
import type { KnownReport } from './known.ts';
import { pages } from './pages.ts';
import type { Target } from './target.ts';
import { done } from './tasks.ts';
import { allFindings, send, type Writing } from './write.ts';

/** A text that came back is kept once for each time; one that was never the report's (`since` null) once. */
function revisionId(report: string, hash: string, since: string | null): string {
  return `${report}-${sha256(`${hash} ${since}`).slice(0, 10)}`;
}

function revisionOf(
  report: ReportDocument,
  findings: FindingDocument[],
  { since, now }: { since: string | null; now: string },
): RevisionDocument {
  const { title, summary, body, rest, url, date, dateBasis, publishedAt, hash, references } = report;
  return {
    ...{ title, summary, body, rest, url, date, dateBasis, publishedAt, hash, references },
    ...{ id: revisionId(report.id, hash, since), report: report.id, archivedAt: since ?? now, replacedAt: now },
    findings: findings.map((one) => {
      const { id, ordinal, kind, text, section } = one;
      return { id, ordinal, kind, text, section };
    }),
  };
}

async function keep({ client, target }: Writing, revision: RevisionDocument): Promise<void> {
  for (const task of await send(client, target.revisions, [revision]))
    await done(task, `the earlier text of “${revision.title}”`);
}

/** Keeps the texts of reports that are about to get others; done when this resolves. */
export async function keepRevisions(
  { origin, ...writing }: Writing & { origin?: Target },
  revised: KnownReport[],
): Promise<void> {
  const { client, target, now } = writing;
  for (const { id, earlier } of revised) {
    const source = earlier && origin ? origin : target;
    const report = await client.index<ReportDocument>(source.reports).getDocument(id);
    const since = report.revisedAt ?? report.archivedAt;
    await keep(writing, revisionOf(report, await allFindings(client, source, id), { since, now }));
  }
}

/** The texts that are kept of a report, as hashes. */
async function keptTexts({ client, target }: Writing, report: string): Promise<string[]> {
  const kept: string[] = [];
  const filter = `report = ${JSON.stringify(report)}`;
  for await (const page of pages<RevisionDocument>(client, target.revisions, { filter, fields: ['hash'] }))
    kept.push(...page.map(({ hash }) => hash));
  return kept;
}

/** Keeps texts that are older than those in the archive, and tells those which other files have them. */
export async function keepOutdated(writing: Writing, outdated: Documents[]): Promise<void> {
  const { client, target, now } = writing;
  for (const { report, findings } of outdated) {
    const kept = await keptTexts(writing, report.id);
    const isNew = !kept.includes(report.hash);
    if (isNew) await keep(writing, revisionOf(report, findings, { since: null, now }));
    const held = { id: report.id, inputs: report.inputs, revisions: kept.length + (isNew ? 1 : 0) };
    await done(client.index(target.reports).updateDocuments([held]), `“${report.title}”`);
  }
}
