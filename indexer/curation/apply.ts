import { ensureIndexes, existingIndexes } from '#indexer/load/indexes.ts';
import { pages } from '#indexer/load/pages.ts';
import { current, next } from '#indexer/load/target.ts';
import { done } from '#indexer/load/tasks.ts';
import { send, sendAll } from '#indexer/load/write.ts';
import { dropNext, isOutdated, rebuildArchive, swapNext } from '#indexer/rebuild.ts';
import type { Run } from '#indexer/run.ts';
import { readerStamp } from '#indexer/stamp.ts';
import type { Pool } from '#indexer/workers/pool.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import type { Register } from '#lib/entities/register.ts';
import { retagArchive } from './retag.ts';

async function copyReports(run: Run, from: Register): Promise<void> {
  const { client, register: to, tally, signal, listener } = run;
  const { numberOfDocuments: files } = await client.index(current.reports).getStats();
  listener.onStage?.({ is: 'retag', files });
  for await (const page of retagArchive(client, { from, to })) {
    signal?.throwIfAborted();
    const tasks = await sendAll(
      { ...run, target: next },
      page.map(({ after }) => after),
    );
    for (const task of tasks) await done(task, 'the reports with their new tags');
    tally.files += page.length;
    tally.read += page.length;
    tally.changed += page.filter(({ before, after }) => before !== after).length;
    tally.unchanged += page.filter(({ before, after }) => before === after).length;
    tally.findings += page.reduce((sum, { touched }) => sum + touched.length, 0);
  }
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
 * Makes of an archive that was tagged by `from` the one of the run's register, beside it, and puts it in its place at
 * once: what the change touches is tagged anew, all else is copied as it is. Where another version made the archive, or
 * nobody knows by what it was tagged (`from` is null), it is rebuilt.
 * @throws LoadError when the engine could not do a write, and the signal's reason; then the archive is as it was.
 */
export async function applyOverrides(run: Run, from: Register | null, pool: Pool): Promise<void> {
  const { client } = run;
  if (!(await existingIndexes(client)).has(current.reports)) return;
  if (from === null || (await isOutdated({ client, stamp: readerStamp(from.curation.edition) }))) {
    run.listener.onNotice?.('another version of the indexer made the archive: it is rebuilt with the overrides');
    return rebuildArchive(run, pool);
  }
  await dropNext(run);
  await ensureIndexes(client, next);
  await copyReports(run, from);
  await copyInputs(run);
  run.signal?.throwIfAborted();
  await swapNext(run);
}
