import type { Meilisearch } from '#lib/archive/client.ts';
import { type Documents, documentsOf, type ReportDocument } from '#lib/archive/documents.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Report } from '#lib/report/report.ts';
import { parts } from './parts.ts';
import { done } from './tasks.ts';

/** A batch is sent when it has this many reports, or letters in their bodies. */
const BATCH_REPORTS = 500;
const BATCH_LETTERS = 3_000_000;
/** The engine refuses more than 100 MB at once. */
const BATCH_BYTES = 20_000_000;

export interface Loaded {
  added: number;
  changed: number;
  unchanged: number;
  findings: number;
}

export interface Loader {
  /** Resolves when there is room for more; a batch may then still be on its way. */
  add: (report: Report) => Promise<void>;
  /** Resolves when all is written. */
  finish: () => Promise<Loaded>;
}

type Known = Pick<ReportDocument, 'id' | 'revision' | 'archivedAt'>;

async function knownReports(client: Meilisearch, ids: string[]): Promise<Map<string, Known>> {
  const { results } = await client.index('reports').getDocuments<ReportDocument>({
    ids,
    fields: ['id', 'revision', 'archivedAt'],
    limit: ids.length,
  });
  return new Map(results.map((one) => [one.id, one as Known]));
}

interface Changes {
  documents: Documents[];
  /** Ids of those that the archive has in another form. */
  edited: string[];
}

/** The batch's documents that the engine does not have as they are now. A report keeps the day on which it first came. */
async function changesOf(client: Meilisearch, batch: Report[], register: Register): Promise<Changes> {
  const known = await knownReports(
    client,
    batch.map(({ id }) => id),
  );
  const documents = batch.flatMap((report) => {
    const before = known.get(report.id);
    const made = documentsOf(before ? { ...report, archivedAt: before.archivedAt } : report, register);
    return before?.revision === made.report.revision ? [] : [made];
  });
  return { documents, edited: documents.map(({ report }) => report.id).filter((id) => known.has(id)) };
}

/**
 * Findings first, the report last, and the revision of one that is there taken off before anything: whenever a run
 * ends, a report whose revision is there has just the findings of that revision.
 */
async function write(client: Meilisearch, { documents, edited }: Changes): Promise<void> {
  const titles = documents.map(({ report }) => report.title);
  const what = `“${titles.slice(0, 3).join('”, “')}”${titles.length > 3 ? ` and ${titles.length - 3} more` : ''}`;
  const [findings, reports] = [client.index('findings'), client.index('reports')];
  const all = documents.flatMap((one) => one.findings);
  if (edited.length > 0) {
    await done(reports.updateDocuments(edited.map((id) => ({ id, revision: '' }))), what);
    const list = (ids: string[]) => ids.map((id) => `"${id}"`).join(', ');
    const stale = `report.id IN [${list(edited)}] AND id NOT IN [${list(all.map(({ id }) => id))}]`;
    await done(findings.deleteDocuments({ filter: stale }), `earlier findings of ${what}`);
  }
  for (const part of parts(all, BATCH_BYTES)) await done(findings.addDocuments(part), `findings of ${what}`);
  for (const part of parts(
    documents.map(({ report }) => report),
    BATCH_BYTES,
  ))
    await done(reports.addDocuments(part), what);
}

/** Brings reports into the engine, batch by batch; one batch is written while the next is gathered. */
export function createLoader(client: Meilisearch, register: Register): Loader {
  const loaded: Loaded = { added: 0, changed: 0, unchanged: 0, findings: 0 };
  let batch: Report[] = [];
  let size = 0;
  let underWay: Promise<void> = Promise.resolve();

  async function send(reports: Report[]): Promise<void> {
    const changes = await changesOf(client, reports, register);
    const { documents, edited } = changes;
    if (documents.length > 0) await write(client, changes);
    loaded.added += documents.length - edited.length;
    loaded.changed += edited.length;
    loaded.unchanged += reports.length - documents.length;
    loaded.findings += documents.reduce((sum, one) => sum + one.findings.length, 0);
  }

  async function flush(): Promise<void> {
    const reports = batch;
    [batch, size] = [[], 0];
    await underWay;
    if (reports.length > 0) underWay = send(reports);
    // A rejection is met where it is awaited: at the next batch, or at the end.
    underWay.catch(() => undefined);
  }

  return {
    add: async (report) => {
      batch.push(report);
      size += report.body.length;
      if (batch.length >= BATCH_REPORTS || size >= BATCH_LETTERS) await flush();
    },
    finish: async () => {
      await flush();
      await underWay;
      return loaded;
    },
  };
}
