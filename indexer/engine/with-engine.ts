import { type Engine, openEngine } from './engine.ts';
import { onExit } from './on-exit.ts';

/**
 * Does `work` with the engine, and gives it back however that ends, by a signal while it starts too. What a signal is
 * to wait for first, such as the end of what was begun, is `stop`.
 */
export async function withEngine<T>(
  dataFolder: string,
  work: (engine: Engine) => Promise<T>,
  stop: () => Promise<unknown> = async () => undefined,
): Promise<T> {
  const opening = openEngine({ dataFolder });
  const close = async () => (await opening.catch(() => null))?.close();
  const forget = onExit(async () => {
    await stop();
    await close();
  });
  try {
    return await work(await opening);
  } finally {
    await close();
    forget();
  }
}
