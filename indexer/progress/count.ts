import { discover } from '#indexer/discover/files.ts';

/** Counts the files below `paths` while others work; the answer tells how many there are, null before all are counted. */
export function countFiles(paths: string[], signal: AbortSignal): () => number | null {
  let count: number | null = null;
  const walk = async () => {
    let met = 0;
    for await (const _ of discover(paths)) {
      if (signal.aborted) return;
      met += 1;
    }
    count = met;
  };
  // What cannot be walked is told by the run itself.
  walk().catch(() => undefined);
  return () => count;
}
