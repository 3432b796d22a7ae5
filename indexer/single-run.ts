import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freeLock, takeLock } from './engine/lock.ts';

/** Another run is at work on the archive. */
export class RunningError extends Error {
  override name = 'RunningError';
  readonly remedy = 'Wait until it is through, or stop it; then try again.';
}

/**
 * Does work that writes to the archive while no other does. A run that died holds nothing.
 * @throws RunningError when another is at work.
 */
export async function singleRun<T>(dataFolder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'index.lock');
  if (!takeLock(file)) throw new RunningError('another run is bringing reports into this archive');
  try {
    return await work();
  } finally {
    freeLock(file);
  }
}
