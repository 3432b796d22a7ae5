import type { EnqueuedTaskPromise } from 'meilisearch';
import { ensureIndexes, existingIndexes } from '#indexer/load/indexes.ts';
import { pages } from '#indexer/load/pages.ts';
import { current, next } from '#indexer/load/target.ts';
import { done } from '#indexer/load/tasks.ts';
import { send, sendAll } from '#indexer/load/write.ts';
import { dropNext, isOutdated, rebuildArchive, swapNext } from '#indexer/rebuild.ts';
import type { Run } from '#indexer/run.ts';
import type { Pool } from '#indexer/workers/pool.ts';
import type { Documents } from '#lib/archive/documents.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import { type Retagged, retagArchive } from './retag.ts';

/** Letters after which reports are sent: the engine takes few large batches faster than many small ones. */
const BATCH_LETTERS = 3_000_000;

async function settle(tasks: EnqueuedTaskPromise[]): Promise<void> {
  for (const task of tasks) await done(task, 'the reports with their new tags');
}

function count({ tally }: Run, page: Retagged[]): void {
  const changed = page.filter(({ before, after }) => before !== after).length;
  tally.files += page.length;
  tally.read += page.length;
  tally.changed += changed;
  tally.unchanged += page.length - changed;
  tally.findings += page.reduce((sum, { touched }) => sum + touched.length, 0);
}

async function copyReports(run: Run): Promise<void> {
  const { client, register, signal, listener } = run;
  const { numberOfDocuments: files } = await client.index(current.reports).getStats();
  listener.onStage?.({ is: 'retag', files });
  let batch: Documents[] = [];
  let onTheWay: EnqueuedTaskPromise[] = [];
  const flush = async () => {
    const tasks = await sendAll({ ...run, target: next }, batch);
    batch = [];
    await settle(onTheWay);
    onTheWay = tasks;
  };
  for await (const page of retagArchive(client, register)) {
    signal?.throwIfAborted();
    batch.push(...page.map(({ after }) => after));
    count(run, page);
    if (batch.reduce((sum, { report }) => sum + report.body.length, 0) >= BATCH_LETTERS) await flush();
  }
  await flush();
  await settle(onTheWay);
}

/** They come last: what stands beside the archive without them is taken for no rebuild that could be gone on with. */
async function copyInputs({ client, stamp, signal }: Run): Promise<void> {
  for await (const page of pages<InputDocument>(client, current.inputs)) {
    signal?.throwIfAborted();
    const stamped = page.map((input) => ({ ...input, stamp }));
    for (const task of await send(client, next.inputs, stamped)) await done(task, 'the inputs');
  }
}

/**
 * Makes of an archive the one that the run's register tags, beside it, and puts it in its place at once: what is tagged
 * otherwise is written anew, all else is copied as it is. An archive that has not the stamp `taggedBy` was made by
 * another version, and is rebuilt; null: nobody knows.
 * @throws LoadError when the engine could not do a write, and the signal's reason; then the archive is as it was.
 */
export async function applyOverrides(run: Run, taggedBy: string | null, pool: Pool): Promise<void> {
  const { client } = run;
  if (!(await existingIndexes(client)).has(current.reports)) return;
  if (taggedBy === null || (await isOutdated({ client, stamp: taggedBy }))) {
    run.listener.onNotice?.('another version of the indexer made the archive: it is rebuilt with the overrides');
    return rebuildArchive(run, pool);
  }
  await dropNext(run);
  await ensureIndexes(client, next);
  await copyReports(run);
  await copyInputs(run);
  run.signal?.throwIfAborted();
  await swapNext(run);
}
