import type { Meilisearch } from '#lib/archive/client.ts';
import type { Problem } from '#lib/archive/records.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Listener, Tally } from './load/tally.ts';
import { newTally } from './load/tally.ts';
import { current, type Target } from './load/target.ts';
import { readerStamp } from './stamp.ts';

export interface RunOptions extends Listener {
  client: Meilisearch;
  register: Register;
  /** Grows as the run goes on. */
  tally?: Tally;
  /** Tells what reads and tags from another: see `readerStamp`. */
  stamp?: string;
  /** Ends the run between two batches: what was read is written, and the rest left for the next. */
  signal?: AbortSignal;
}

/** One run of the indexer: where it writes, with what, and how far it is. */
export interface Run {
  client: Meilisearch;
  register: Register;
  target: Target;
  /** The archive that a rebuild is made from. */
  origin?: Target;
  /** When it began: an ISO instant. */
  now: string;
  stamp: string;
  tally: Tally;
  listener: Listener;
  signal: AbortSignal | undefined;
  /** Samples that are known to be of standing phrases; it grows. */
  standing: Set<number>;
  /** What could not be read, told and counted. */
  fail: (problem: Problem) => void;
}

export function openRun(options: RunOptions): Run {
  const { client, register, tally = newTally(), signal, ...rest } = options;
  const { stamp = readerStamp(register.curation.edition), ...listener } = rest;
  return {
    ...{ client, register, tally, listener, stamp, signal },
    ...{ standing: new Set<number>(), target: current, now: new Date().toISOString() },
    fail: ({ source, reason, remedy }) => {
      tally.problems += 1;
      listener.onProblem?.({ source, reason, remedy });
    },
  };
}
