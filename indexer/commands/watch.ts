import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch as watchFiles } from 'chokidar';
import { onExit } from '#indexer/engine/on-exit.ts';
import { tell } from '#indexer/print.ts';
import { endWithNpm } from '#indexer/serve/end-with-npm.ts';
import { RunningError } from '#indexer/single-run.ts';
import { OptionError } from './option-error.ts';

/** After the last change: files come in heaps. */
const QUIET_MS = 1000;
/** Before a round that failed is done again: the first time, and at most. */
const AGAIN_MS = { least: 5000, most: 60_000 };

type Round = () => Promise<unknown>;

/** What `discover` passes over. */
function isHidden(paths: string[], path: string): boolean {
  return !paths.includes(path) && (basename(path).startsWith('.') || basename(path) === 'node_modules');
}

/** Does a round; one that failed is told, and done again. */
async function settle(round: Round, signal: AbortSignal): Promise<void> {
  let wasRunning = false;
  for (let wait = AGAIN_MS.least; !signal.aborted; wait = Math.min(wait * 2, AGAIN_MS.most))
    try {
      await round();
      return;
    } catch (error) {
      const isRunning = error instanceof RunningError;
      if (!(isRunning && wasRunning)) tell(error);
      wasRunning = isRunning;
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
}

/** Tells of changes below paths: `next` resolves at the first after it was asked for, `quiet` when no more come. */
async function changesOf(paths: string[], signal: AbortSignal) {
  const watcher = watchFiles(paths, { ignoreInitial: true, ignored: (path) => isHidden(paths, path) });
  let [tellNext, latest] = [(): void => undefined, 0];
  watcher.on('all', () => {
    latest = Date.now();
    tellNext();
  });
  watcher.on('error', tell);
  signal.addEventListener('abort', () => void watcher.close());
  // What comes while it looks around for the first time is not told.
  await once(watcher, 'ready');
  return {
    next: () => new Promise<void>((resolve) => (tellNext = resolve)),
    quiet: async () => {
      while (Date.now() - latest < QUIET_MS) await sleep(QUIET_MS);
    },
  };
}

/**
 * Does a round now, and one after each change below `paths`, until a signal ends the process between two batches.
 * `onStart` is told when the first is through.
 * @throws OptionError when there is nothing to watch.
 */
export async function watch(paths: string[], round: Round, onStart: () => void): Promise<never> {
  const missing = paths.find((path) => !existsSync(path));
  if (missing) throw new OptionError(`${missing}: no such file or folder`, 'Check the spelling of the path.');
  const ending = new AbortController();
  let working = Promise.resolve();
  onExit(async () => {
    ending.abort();
    await working;
  });
  endWithNpm();
  // A folder that is taken away would else end the process.
  setInterval(() => undefined, AGAIN_MS.most);
  const changes = await changesOf(paths, ending.signal);
  for (let rounds = 0; ; rounds += 1) {
    const change = changes.next();
    working = settle(round, ending.signal);
    await working;
    if (rounds === 0) onStart();
    await change;
    await changes.quiet();
  }
}
