import { env } from '#lib/env.ts';
import { askEngine } from './ask.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { searchKeyOf } from './search-key.ts';

/**
 * The Meilisearch at MEILI_URL, which is neither started nor stopped here.
 * @throws {EngineError} when it does not answer, or refuses the key.
 */
export async function openRemote(url: string): Promise<Engine> {
  const host = url.replace(/\/+$/, '');
  const masterKey = env.meiliMasterKey() ?? '';
  const searchKey = env.meiliSearchKey();
  // With a search key alone one may do nothing but search.
  const welcome = await askEngine(host, masterKey, masterKey || !searchKey ? '/indexes?limit=1' : '/health');
  if (welcome === 'silent') throw noAnswer(host);
  if (welcome === 'refuses') throw refusal(host, masterKey);
  return {
    host,
    masterKey,
    searchKey: async () => searchKey ?? (await siteKey(host, masterKey)),
    isRunning: () => true,
    close: async () => {},
  };
}

/** A server without a master key needs none, and cannot make any. */
async function siteKey(host: string, masterKey: string): Promise<string> {
  if ((await askEngine(host, masterKey)) === 'open') return '';
  try {
    return await searchKeyOf(host, masterKey);
  } catch (cause) {
    throw new EngineError(
      `the Meilisearch at ${host} did not make a search key for the site: ${String(cause)}`,
      'Set MEILI_SEARCH_KEY to a key that may search the indexes `findings` and `reports`, or MEILI_MASTER_KEY to the master key.',
      { cause },
    );
  }
}

function noAnswer(host: string): EngineError {
  return new EngineError(
    `no Meilisearch answers at ${host} (MEILI_URL)`,
    'Start it, correct MEILI_URL, or unset MEILI_URL to have a search engine started for you.',
  );
}

function refusal(host: string, masterKey: string): EngineError {
  const what = masterKey ? 'refuses the key in MEILI_MASTER_KEY' : 'asks for a key, and MEILI_MASTER_KEY is not set';
  return new EngineError(
    `the Meilisearch at ${host} ${what}`,
    'Set MEILI_MASTER_KEY to the master key of that server.',
  );
}
