import { env } from '#lib/env.ts';
import { openEmbedded } from './embedded.ts';
import { openRemote } from './remote.ts';

export interface Engine {
  /** Without a slash at the end. */
  host: string;
  /** Empty for a server at MEILI_URL that runs without one. */
  masterKey: string;
  /** A key that may search `findings` and `reports` and nothing else; empty where `masterKey` is for want of any. */
  searchKey(): Promise<string>;
  /** Whether the process opened here still runs; always true for a server at MEILI_URL. */
  isRunning(): boolean;
  /** Gives it back, and ends the embedded engine if nobody else holds it. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * The search engine: the one at MEILI_URL, else the embedded one of the data folder, which is started if it does not run.
 * The caller closes it, on signals too (`onExit`).
 * @throws {EngineError} with what to do about it.
 */
export async function openEngine({ dataFolder }: { dataFolder: string }): Promise<Engine> {
  const url = env.meiliUrl();
  return url ? openRemote(url) : openEmbedded(dataFolder);
}
