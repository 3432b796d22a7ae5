import { env } from '#lib/env.ts';

const LOOK_MS = 500;

/**
 * npm passes a SIGTERM on to its shell, which dies of it alone: what the shell had started would go on with the port and
 * the engine. So a process that npm started ends when its parent is gone. The answer stops the watch.
 */
export function endWithNpm(): () => void {
  if (!env.underNpm()) return () => undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS);
  watch.unref();
  return () => clearInterval(watch);
}
