import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import Tinypool from 'tinypool';
import type { Found } from '#indexer/discover/files.ts';
import type { Outcome } from '#indexer/outcome.ts';
import type { Run } from '#indexer/run.ts';
import { entityFacets } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import { bundleThread } from './bundle.ts';
import type { Tagged } from './read-chunks.ts';
import type { Job, Tools } from './worker.ts';

/** Threads beyond these would wait for the engine. */
const MOST_THREADS = 4;
/** A file that takes longer between two of its reports is given up. */
const PATIENCE_MS = 120_000;
/** A file that needs more is given up, and the thread with it; new things are cleared away often, so that a thread stays small. */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 8 };

/** Reads and tags files on threads of their own. */
export interface Pool {
  threads: number;
  read: (found: Found) => AsyncIterable<Outcome<Tagged>[]>;
  close: () => Promise<void>;
}

function givenUp(found: Found, error: unknown): Outcome<never> {
  const why = error instanceof Error ? error.message : String(error);
  const slow = error instanceof Error && error.name === 'AbortError';
  return {
    ok: false,
    source: found.name,
    reason: slow ? `took longer than ${PATIENCE_MS / 1000} s to read` : `could not be read: ${why.split('\n')[0]}`,
    remedy: 'check the file, or save it anew; if it is sound, report it as a fault of Sitrep',
  };
}

/** Runs `giveUp` when nothing is heard for so long. */
function watch(giveUp: () => void) {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => clearTimeout(timer);
  const heard = () => {
    stop();
    // A run that has ended does not wait for it.
    timer = setTimeout(giveUp, PATIENCE_MS).unref();
  };
  return { heard, stop };
}

/** As JSON, once for all threads: a thread's own copy of objects takes several times as much. */
function shared(value: object): SharedArrayBuffer {
  const text = Buffer.from(JSON.stringify(value));
  const memory = new SharedArrayBuffer(text.length);
  text.copy(Buffer.from(memory));
  return memory;
}

/** Threads of a process by the register that they tag with. They are kept between runs: one starts as slowly as fifty files are read. */
const started = new WeakMap<Register, Tinypool>();

// One core is left to the engine and to what comes after reading.
const THREADS = Math.max(1, Math.min(availableParallelism() - 1, MOST_THREADS));

async function threadsFor(register: Register): Promise<Tinypool> {
  const known = started.get(register);
  if (known) return known;
  const pool = new Tinypool({
    filename: await bundleThread(),
    execArgv: [],
    ...{ minThreads: 0, maxThreads: THREADS, concurrentTasksPerWorker: 1 },
    workerData: { entities: shared(entityFacets.flatMap(register.all)) } satisfies Tools,
    ...{ idleTimeout: 60_000, resourceLimits: THREAD_MEMORY },
  });
  started.set(register, pool);
  return pool;
}

/** Threads for a run. They start with the first file; its `signal` ends them, whatever they read. */
export async function openPool({ now, register, signal }: Pick<Run, 'now' | 'register' | 'signal'>): Promise<Pool> {
  const pool = await threadsFor(register);
  let reading = 0;
  const end = () => {
    started.delete(register);
    return pool.destroy();
  };
  signal?.addEventListener('abort', () => void end(), { once: true });
  return {
    threads: THREADS,
    read: async function* (found) {
      reading += 1;
      const { port1, port2 } = new MessageChannel();
      const abort = new AbortController();
      const { heard, stop } = watch(() => abort.abort());
      const options = { transferList: [port2], signal: abort.signal };
      const last = pool
        .run({ found, archivedAt: now, port: port2 } satisfies Job, options)
        .catch((error: unknown) => [givenUp(found, error)])
        .finally(() => {
          reading -= 1;
          port1.close();
        });
      for await (const [chunk] of on(port1, 'message', { close: ['close'] })) {
        heard();
        if (chunk === null) continue;
        stop();
        yield chunk;
        port1.postMessage('taken');
        heard();
      }
      const rest = await last;
      stop();
      yield rest;
    },
    // A run that failed leaves files half read.
    close: async () => (reading > 0 ? end() : undefined),
  };
}
