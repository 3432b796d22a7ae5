import { resolve } from 'node:path';
import { discoverMapped } from '#indexer/discover/mapped.ts';
import { indexFiles } from '#indexer/index-archive.ts';
import type { Tally } from '#indexer/load/tally.ts';
import { summaryOf, tellNotice } from '#indexer/print.ts';
import type { Output } from '#indexer/progress/reporter.ts';
import { env } from '#lib/env.ts';
import { type MappingOptions, statedMapping } from './stated-mapping.ts';
import { writeArchive } from './write-archive.ts';

interface IndexOptions extends Pick<Output, 'json' | 'quiet'>, MappingOptions {
  prune?: boolean;
  dryRun?: boolean;
  watch?: boolean;
}

/** With the time of day: a round of many. */
function timedSummary(tally: Tally): string {
  return `${new Date().toLocaleTimeString('en-GB')}  ${summaryOf(tally)}`;
}

/** `sitrep index PATH…`. Paths are the caller's, wherever npm runs the script. */
export async function indexCommand(named: string[], options: IndexOptions): Promise<number> {
  const { prune = false, dryRun, watch, json = false, quiet = false } = options;
  const paths = named.map((path) => resolve(env.callerFolder(), path));
  const mapping = await statedMapping(options);
  if (dryRun) return (await import('./dry-run.ts')).dryRunCommand(paths, mapping, json);
  const told = new Set<string>();
  const round = () =>
    writeArchive({
      ...{ output: { json, quiet, told }, paths },
      ...(watch && { summary: timedSummary }),
      run: (run) => indexFiles({ files: discoverMapped(paths, mapping), folders: paths }, { ...run, prune }),
    });
  if (!watch) return round();
  const onStart = () => (json || quiet ? undefined : tellNotice(`watching ${paths.join(', ')}; Ctrl-C ends it`));
  return (await import('./watch.ts')).watch(paths, round, onStart);
}
