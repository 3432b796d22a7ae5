import type { EnqueuedTaskPromise } from 'meilisearch';
import type { Meilisearch } from '#lib/archive/client.ts';
import type { Documents, FindingDocument } from '#lib/archive/documents.ts';
import { type KnownReport, list } from './known.ts';
import { parts } from './parts.ts';
import type { Target } from './target.ts';
import { done } from './tasks.ts';

/** The engine refuses more than 100 MB at once. */
const BATCH_BYTES = 20_000_000;

/** Where, and when. */
export interface Writing {
  client: Meilisearch;
  target: Target;
  /** An ISO instant. */
  now: string;
}

/** Some titles, for messages. */
export function namesOf(documents: Documents[]): string {
  const titles = documents.map(({ report }) => report.title);
  return `“${titles.slice(0, 3).join('”, “')}”${titles.length > 3 ? ` and ${titles.length - 3} more` : ''}`;
}

/** Sends documents; the tasks are accepted in this order, and done later. */
export async function send(client: Meilisearch, index: string, documents: object[]): Promise<EnqueuedTaskPromise[]> {
  const tasks: EnqueuedTaskPromise[] = [];
  for (const part of parts(documents, BATCH_BYTES)) {
    const task = client.index(index).addDocumentsFromString(part, 'application/x-ndjson');
    await task;
    tasks.push(task);
  }
  return tasks;
}

/** All findings of a report, in order. */
export async function allFindings(client: Meilisearch, target: Target, report: string): Promise<FindingDocument[]> {
  const index = client.index<FindingDocument>(target.findings);
  const findings: FindingDocument[] = [];
  for (let offset = 0; ; offset += 1000) {
    const { results } = await index.getDocuments({
      filter: `report.id = ${JSON.stringify(report)}`,
      limit: 1000,
      offset,
    });
    findings.push(...results);
    if (results.length < 1000) return findings.sort((a, b) => a.ordinal - b.ordinal);
  }
}

/** Takes off what edited reports do not say any more; done when this resolves. */
export async function deleteStale(
  { client, target }: Writing,
  edited: KnownReport[],
  documents: Documents[],
): Promise<void> {
  if (edited.length === 0) return;
  const ids = new Set(edited.map(({ id }) => id));
  const kept = documents
    .filter(({ report }) => ids.has(report.id))
    .flatMap(({ findings }) => findings.map(({ id }) => id));
  const filter = `report.id IN ${list([...ids])} AND id NOT IN ${list(kept)}`;
  await done(client.index(target.findings).deleteDocuments({ filter }), `earlier findings of ${namesOf(documents)}`);
}

/** Findings first, so that whoever finds a report finds what it says. */
export async function sendAll({ client, target }: Writing, documents: Documents[]): Promise<EnqueuedTaskPromise[]> {
  return [
    ...(await send(
      client,
      target.findings,
      documents.flatMap(({ findings }) => findings),
    )),
    ...(await send(
      client,
      target.reports,
      documents.map(({ report }) => report),
    )),
  ];
}
