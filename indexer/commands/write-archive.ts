import { pendingNotice } from '#indexer/curation/pending.ts';
import { withEngine } from '#indexer/engine/with-engine.ts';
import { newTally, type Tally } from '#indexer/load/tally.ts';
import { writeProblems } from '#indexer/problems.ts';
import { countFiles } from '#indexer/progress/count.ts';
import { type Output, openReporter } from '#indexer/progress/reporter.ts';
import type { RunOptions } from '#indexer/run.ts';
import { singleRun } from '#indexer/single-run.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { loadArchiveRegister } from '#lib/entities/load.ts';
import type { Register } from '#lib/entities/register.ts';
import { env } from '#lib/env.ts';

interface Work {
  output: Output;
  /** Files and folders, for the progress. */
  paths?: string[];
  /** What was done, where that is not told as usual. */
  summary?: (tally: Tally) => string;
  /** Was everything read? Where the tally alone does not tell. */
  isWhole?: (tally: Tally) => boolean;
  /** With what it is tagged, where that is not the register with the overrides that were applied. */
  register?: Register;
  run: (options: RunOptions) => Promise<unknown>;
}

async function bring(
  { output, paths, summary, isWhole, register, run }: Work,
  client: RunOptions['client'],
  signal: AbortSignal,
) {
  const tally = newTally();
  const counted = paths ? countFiles(paths, signal) : () => null;
  const reporter = openReporter(output, tally, counted);
  signal.addEventListener('abort', () => reporter.listener.onNotice?.('stopping, when what was read is written …'));
  const waiting = register ? null : pendingNotice(env.dataFolder());
  if (waiting) reporter.listener.onNotice?.(waiting);
  try {
    const tagWith = register ?? loadArchiveRegister(env.dataFolder());
    await run({ client, register: tagWith, tally, signal, ...reporter.listener });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    reporter.close();
  }
  await writeProblems(client, env.dataFolder());
  reporter.summary({ stopped: signal.aborted, ...(summary && { summary: summary(tally) }) });
  return tally.problems === 0 && (isWhole?.(tally) ?? true) ? 0 : 1;
}

/**
 * Brings something into the archive while nobody else does, and tells of it. A signal stops it between two batches: what
 * is in is told, and the process ends. The answer is the exit code.
 * @throws RunningError | EngineError | LoadError
 */
export function writeArchive(work: Work): Promise<number> {
  const dataFolder = env.dataFolder();
  const stopping = new AbortController();
  let working: Promise<number> | undefined;
  const stop = async () => {
    stopping.abort();
    await working?.catch(() => undefined);
  };
  return singleRun(dataFolder, () =>
    withEngine(
      dataFolder,
      (engine) => (working = bring(work, archiveClient(engine.host, engine.masterKey), stopping.signal)),
      stop,
    ),
  );
}
