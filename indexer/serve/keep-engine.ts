import { type Engine, openEngine } from '#indexer/engine/engine.ts';

export interface KeptEngine {
  engine: Engine;
  /** Why the engine is gone for good; pending while it runs. */
  lost: Promise<string>;
  close(): Promise<void>;
}

interface Options {
  dataFolder: string;
  print: (line: string) => void;
}

const PATROL_MS = 1_000;
const MOST_RESTARTS = 3;

/**
 * Opens the engine and starts it again, at the same address, when its process dies: up to 3 times.
 * @throws {EngineError} when it does not start the first time.
 */
export async function keepEngine({ dataFolder, print }: Options): Promise<KeptEngine> {
  const first = await openEngine({ dataFolder });
  let current = first;
  let restarts = 0;
  let patrolling: Promise<void> | null = null;
  let giveUp: (reason: string) => void = () => {};
  const lost = new Promise<string>((resolve) => {
    giveUp = resolve;
  });

  const restart = async () => {
    if (restarts === MOST_RESTARTS) throw new Error(`the search engine died ${MOST_RESTARTS + 1} times`);
    restarts += 1;
    print(`the search engine died; starting it again (${restarts} of ${MOST_RESTARTS})`);
    const dead = current;
    current = await openEngine({ dataFolder });
    await dead.close();
    if (current.host !== first.host)
      throw new Error('the search engine came back on another port, as its own was taken');
  };
  const patrol = () => {
    if (patrolling || current.isRunning()) return;
    patrolling = restart()
      .catch((error: unknown) => {
        clearInterval(timer);
        giveUp(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        patrolling = null;
      });
  };
  const timer = setInterval(patrol, PATROL_MS);

  const close = async () => {
    clearInterval(timer);
    await patrolling;
    await current.close();
  };
  return { engine: first, lost, close };
}
