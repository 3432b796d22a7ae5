import { isDeepStrictEqual } from 'node:util';
import type { Settings } from 'meilisearch';
import type { Meilisearch } from '#lib/archive/client.ts';
import { type IndexName, indexNames, settings } from '#lib/archive/settings.ts';
import { done } from './tasks.ts';

function covers(current: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted) || typeof wanted !== 'object' || wanted === null) return sameValues(current, wanted);
  const now = (current ?? {}) as Record<string, unknown>;
  return Object.entries(wanted).every(([key, value]) => covers(now[key], value));
}

/** The engine answers some lists sorted. */
function sameValues(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return isDeepStrictEqual([...a].sort(), [...b].sort());
  return isDeepStrictEqual(a, b);
}

async function ensureIndex(client: Meilisearch, name: IndexName): Promise<void> {
  const { results } = await client.getIndexes({ limit: 1000 });
  if (!results.some(({ uid }) => uid === name))
    await done(client.createIndex(name, { primaryKey: 'id' }), `index ${name}`);
  const current: Settings = await client.index(name).getSettings();
  // The order of these two lists is their meaning.
  const ordered = (['searchableAttributes', 'rankingRules'] as const).every((key) =>
    isDeepStrictEqual(current[key], settings[name][key]),
  );
  if (ordered && covers(current, settings[name])) return;
  await done(client.index(name).updateSettings(settings[name]), `settings of ${name}`);
}

/** Both indexes with their settings; writes nothing where they are as they should be. */
export async function ensureIndexes(client: Meilisearch): Promise<void> {
  for (const name of indexNames) await ensureIndex(client, name);
}
