import type { KeyCreation } from 'meilisearch';
import { archiveClient } from '#lib/archive/client.ts';
import { siteIndexes } from '#lib/archive/settings.ts';

/** A key cannot be changed once it is made: whoever changes what it may do gives it another uid. */
const SEARCH_KEY = {
  uid: '0f0b9a52-7c1e-4d8e-9a35-5e2d6c1b7f48',
  name: 'Sitrep site',
  description: 'May search the archive, and nothing else.',
  actions: ['search'],
  indexes: [...siteIndexes],
  expiresAt: null,
} satisfies KeyCreation;

/** The key for the site's process, the same each time: Meilisearch derives it from the master key and the uid. */
export async function searchKeyOf(host: string, masterKey: string): Promise<string> {
  const client = archiveClient(host, masterKey);
  const known = () => client.getKey(SEARCH_KEY.uid);
  const made = () => client.createKey(SEARCH_KEY);
  const { key } = await known().catch(onCode('api_key_not_found', made)).catch(onCode('api_key_already_exists', known));
  return key;
}

function onCode<T>(code: string, instead: () => Promise<T>): (error: unknown) => Promise<T> {
  return (error) => {
    if (codeOf(error) === code) return instead();
    throw error;
  };
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
}
