import { type Engine, openEngine } from './engine.ts';
import { onExit } from './on-exit.ts';

/** Does `work` with the engine, and gives it back however that ends, by a signal while it starts too. */
export async function withEngine<T>(dataFolder: string, work: (engine: Engine) => Promise<T>): Promise<T> {
  const opening = openEngine({ dataFolder });
  const close = async () => (await opening.catch(() => null))?.close();
  const forget = onExit(async () => void (await close()));
  try {
    return await work(await opening);
  } finally {
    await close();
    forget();
  }
}
