import type { Change } from './load/inputs.ts';
import type { Loader } from './load/loader.ts';
import { noteProblem, openInput } from './load/open-inputs.ts';
import type { Run } from './run.ts';
import { inOrder } from './workers/in-order.ts';
import type { Pool } from './workers/pool.ts';

/** Files begun at once, for each thread: some are long. */
const AHEAD = 4;

/** Reads files on the pool's threads, and brings what they give to the loader, in their order. */
export async function readChanges(changes: AsyncIterable<Change>, pool: Pool, loader: Loader, run: Run): Promise<void> {
  for await (const { input: change, pieces } of inOrder(changes, pool.threads * AHEAD, ({ found }) =>
    pool.read(found),
  )) {
    const input = openInput(change);
    for await (const chunk of pieces) {
      // An input that is not closed is read again by the next run.
      if (run.signal?.aborted) return;
      for (const read of chunk) {
        if (read.ok) await loader.add(input, read.value);
        else {
          noteProblem(input, read);
          run.fail(read);
        }
      }
    }
    run.tally.read += 1;
    await loader.close(input);
  }
}
