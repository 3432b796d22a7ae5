import type { EnqueuedTaskPromise, Task } from 'meilisearch';

/** A write that the engine accepted and then could not do. */
class LoadError extends Error {
  override name = 'LoadError';
}

/** Polled: the engine has no way to tell that a task is done. */
const POLL_MS = 25;

/**
 * Waits until a write is done; accepted is not done.
 * @throws LoadError with the engine's reason and `what` was being written.
 */
export async function done(task: EnqueuedTaskPromise, what: string): Promise<Task> {
  const finished = await task.waitTask({ timeout: 0, interval: POLL_MS });
  if (finished.status !== 'succeeded')
    throw new LoadError(`${what}: the engine says ${finished.error?.message ?? finished.status}`);
  return finished;
}
