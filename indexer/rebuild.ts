import { existsSync } from 'node:fs';
import type { InputDocument } from '#lib/archive/records.ts';
import { carryOver } from './carry-over.ts';
import type { Found } from './discover/files.ts';
import { ensureIndexes, ensureOrigin, existingIndexes, hasOtherSettings } from './load/indexes.ts';
import { createLoader } from './load/loader.ts';
import { pages } from './load/pages.ts';
import { newTally } from './load/tally.ts';
import { current, next, swapped } from './load/target.ts';
import { done } from './load/tasks.ts';
import type { Outcome } from './outcome.ts';
import { readChanges } from './read-changes.ts';
import type { Run } from './run.ts';
import { screen } from './screen.ts';
import type { Pool } from './workers/pool.ts';

/** How many inputs something else read than what would read them now. */
async function otherStamps({ client, stamp }: Pick<Run, 'client' | 'stamp'>, index: string): Promise<number> {
  const filter = `stamp != ${JSON.stringify(stamp)}`;
  const { total } = await client.index(index).getDocuments({ filter, limit: 1, fields: ['id'] });
  return total;
}

/** Is what stands beside the archive a rebuild that this run may go on with? Its inputs tell whose it is. */
async function isOwn(run: Run, there: Set<string>): Promise<boolean> {
  if (!there.has(next.inputs) || (await hasOtherSettings(run.client, next))) return false;
  const { numberOfDocuments } = await run.client.index(next.inputs).getStats();
  return numberOfDocuments > 0 && (await otherStamps(run, next.inputs)) === 0;
}

/** Takes away what stands beside the archive. */
export async function dropNext({ client }: Pick<Run, 'client'>): Promise<void> {
  const there = await existingIndexes(client);
  for (const name of swapped.filter((one) => there.has(next[one])))
    await done(client.deleteIndex(next[name]), `index ${next[name]}`);
}

/** Puts what was made beside the archive in its place: whoever searches meets the one or the other. */
export async function swapNext(run: Pick<Run, 'client'>): Promise<void> {
  const swaps = swapped.map((name) => ({ indexes: [current[name], next[name]] as [string, string], rename: false }));
  await done(run.client.swapIndexes(swaps), 'the swap of the archive');
  await dropNext(run);
}

/** The files that the archive was made of, as far as they are there. */
async function* filesOf({ client }: Run): AsyncIterable<Outcome<Found>> {
  const there = await existingIndexes(client);
  if (!there.has(current.inputs)) return;
  for await (const inputs of pages<InputDocument>(client, current.inputs))
    for (const { file, path, url, mapping, charset, refused } of inputs)
      if (existsSync(file))
        yield {
          ok: true,
          value: {
            file,
            path,
            name: url ?? file,
            root: '',
            url,
            mapping,
            ...(charset && { charset }),
            ...(refused && { refused }),
          },
        };
}

/**
 * Makes the whole archive anew beside the one that is searched, and puts it in its place at once: from the files where
 * they are there still, else from the texts that the archive has. One that was broken off is gone on with.
 * @throws LoadError when the engine could not do a write; then the archive is as it was.
 */
export async function rebuildArchive(run: Run, pool: Pool): Promise<void> {
  const { client } = run;
  const beside: Run = { ...run, target: next, origin: current };
  if (!(await isOwn(run, await existingIndexes(client)))) await dropNext(run);
  await ensureOrigin(client);
  await ensureIndexes(client, next);
  const { numberOfDocuments: files } = await client.index(current.inputs).getStats();
  run.listener.onStage?.({ is: 'rebuild', files });
  const loader = createLoader(beside);
  await readChanges(screen(filesOf(run), beside), pool, loader, beside);
  await loader.finish();
  run.signal?.throwIfAborted();
  await carryOver(beside);
  run.signal?.throwIfAborted();
  await swapNext(run);
}

/** Is there an archive that other settings, or another reader or tagger, made? */
export async function isOutdated(run: Pick<Run, 'client' | 'stamp'>): Promise<boolean> {
  const there = await existingIndexes(run.client);
  if (!there.has(current.reports)) return false;
  // Inputs without their settings cannot be asked for a stamp.
  if (!there.has(current.inputs) || (await hasOtherSettings(run.client, current))) return true;
  return (await otherStamps(run, current.inputs)) > 0;
}

/** Rebuilds an archive that is outdated. */
export async function bringUpToDate(run: Run, pool: Pool): Promise<void> {
  if (await isOutdated(run)) {
    run.listener.onNotice?.(
      'the archive was made by another version of the indexer or its register: it is rebuilt beside, and then swapped',
    );
    // What could not be read is told by the run that follows.
    const { onProblem: _, ...listener } = run.listener;
    await rebuildArchive({ ...run, listener, fail: () => undefined }, pool);
    Object.assign(run.tally, newTally());
    run.listener.onStage?.({ is: 'index' });
  } else await dropNext(run);
}
