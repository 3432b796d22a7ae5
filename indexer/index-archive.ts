import { discover, type Found } from './discover/files.ts';
import { ensureIndexes } from './load/indexes.ts';
import { createLoader } from './load/loader.ts';
import type { Tally } from './load/tally.ts';
import { tellMissing } from './missing.ts';
import type { Outcome } from './outcome.ts';
import { readChanges } from './read-changes.ts';
import { bringUpToDate } from './rebuild.ts';
import { openRun, type RunOptions } from './run.ts';
import { screen } from './screen.ts';
import { openPool } from './workers/pool.ts';

interface Options extends RunOptions {
  /** Take out of the archive what its files do not give any more? */
  prune?: boolean;
}

/** Files that were found, and the folders that they are all of. */
interface Files {
  files: AsyncIterable<Outcome<Found>>;
  folders: string[];
}

/**
 * Files into the archive: screen -> read and tag -> load. What cannot be read is told and left out. An archive that
 * another version made is rebuilt first.
 * @throws LoadError when the engine could not do a write, and what `signal` was aborted with where that stopped a rebuild.
 */
export async function indexFiles({ files, folders }: Files, { prune = false, ...options }: Options): Promise<Tally> {
  const run = openRun(options);
  const pool = await openPool(run);
  try {
    await bringUpToDate(run, pool);
    await ensureIndexes(run.client, run.target);
    const loader = createLoader(run);
    await readChanges(screen(files, run), pool, loader, run);
    await loader.finish();
    if (!run.signal?.aborted) await tellMissing(folders, run, prune);
  } finally {
    await pool.close();
  }
  return run.tally;
}

/** Files and folders into the archive, by their paths: see `indexFiles`. */
export function indexArchive(paths: string[], options: Options): Promise<Tally> {
  return indexFiles({ files: discover(paths), folders: paths }, options);
}
