import type { Tally } from '#indexer/load/tally.ts';
import { reportsIn } from '#indexer/progress/line.ts';
import type { Output } from '#indexer/progress/reporter.ts';
import { rebuildArchive } from '#indexer/rebuild.ts';
import { openRun } from '#indexer/run.ts';
import { openPool } from '#indexer/workers/pool.ts';
import { writeArchive } from './write-archive.ts';

function summary(tally: Tally): string {
  return `rebuilt with ${reportsIn(tally)} reports (${tally.findings} findings), ${tally.problems} not read`;
}

/** `sitrep rebuild`: the archive anew, beside the one that is searched until it takes its place. */
export function rebuildCommand(output: Output): Promise<number> {
  return writeArchive({
    ...{ output, summary },
    run: async (options) => {
      const run = openRun(options);
      const pool = await openPool(run);
      try {
        await rebuildArchive(run, pool);
      } finally {
        await pool.close();
      }
    },
  });
}
