import type { Documents, FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import type { RevisionDocument } from '#lib/archive/records.ts';
import type { KnownReport } from './known.ts';
import type { Target } from './target.ts';
import { done } from './tasks.ts';
import { allFindings, send, type Writing } from './write.ts';

function revisionOf(report: ReportDocument, findings: FindingDocument[], replacedAt: string): RevisionDocument {
  const { id, title, summary, body, rest, url, date, dateBasis, publishedAt, hash, references } = report;
  return {
    ...{ title, summary, body, rest, url, date, dateBasis, publishedAt, hash, references },
    ...{ id: `${id}-${hash.slice(0, 10)}`, report: id },
    ...{ archivedAt: report.revisedAt ?? report.archivedAt, replacedAt },
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

/** Keeps the texts of reports that are about to get others; done when this resolves. A rebuild has most in `origin` yet. */
export async function keepRevisions(writing: Writing & { origin?: Target }, revised: KnownReport[]): Promise<void> {
  const { client, target, origin, now } = writing;
  for (const { id } of revised)
    for (const place of [target, ...(origin ? [origin] : [])]) {
      const { results } = await client.index<ReportDocument>(place.reports).getDocuments({ ids: [id], limit: 1 });
      const [report] = results;
      if (!report) continue;
      await keep(writing, revisionOf(report, await allFindings(client, place, id), now));
      break;
    }
}

/** Keeps texts that are older than those in the archive, and tells those which other files have them. */
export async function keepOutdated(writing: Writing, outdated: Documents[]): Promise<void> {
  const { client, target, now } = writing;
  for (const { report, findings } of outdated) {
    await keep(writing, revisionOf(report, findings, now));
    const held = { id: report.id, inputs: report.inputs };
    await done(client.index(target.reports).updateDocuments([held]), `“${report.title}”`);
  }
}
