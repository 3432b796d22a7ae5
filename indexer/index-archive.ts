import { discover } from './discover/files.ts';
import { ensureIndexes } from './load/indexes.ts';
import { createLoader } from './load/loader.ts';
import type { Tally } from './load/tally.ts';
import { tellMissing } from './missing.ts';
import { readChanges } from './read-changes.ts';
import { bringUpToDate } from './rebuild.ts';
import { openRun, type RunOptions } from './run.ts';
import { screen } from './screen.ts';
import { openPool } from './workers/pool.ts';

interface Options extends RunOptions {
  /** Take out of the archive what its files do not give any more? */
  prune?: boolean;
}

/**
 * Files and folders into the archive: discover -> screen -> read and tag -> load. What cannot be read is told and left
 * out. An archive that another version made is rebuilt first.
 * @throws LoadError when the engine could not do a write.
 */
export async function indexArchive(paths: string[], { prune = false, ...options }: Options): Promise<Tally> {
  const run = openRun(options);
  const pool = openPool(run.now);
  try {
    await bringUpToDate(run, pool);
    await ensureIndexes(run.client, run.target);
    const loader = createLoader(run);
    await readChanges(screen(discover(paths), run), pool, loader, run);
    await loader.finish();
    await tellMissing(paths, run, prune);
  } finally {
    await pool.close();
  }
  return run.tally;
}
