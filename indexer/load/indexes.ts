import { isDeepStrictEqual } from 'node:util';
import type { Settings } from 'meilisearch';
import type { Meilisearch } from '#lib/archive/client.ts';
import { type IndexName, indexNames, settings } from '#lib/archive/settings.ts';
import { current, swapped, type Target } from './target.ts';
import { done } from './tasks.ts';

function covers(now: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted) || typeof wanted !== 'object' || wanted === null) return sameValues(now, wanted);
  const fields = (now ?? {}) as Record<string, unknown>;
  return Object.entries(wanted).every(([key, value]) => covers(fields[key], value));
}

/** The engine answers some lists sorted. */
function sameValues(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return isDeepStrictEqual([...a].sort(), [...b].sort());
  return isDeepStrictEqual(a, b);
}

/** Are an index's settings as they should be? */
function isSet(now: Settings, wanted: Settings): boolean {
  // The order of these two lists is their meaning.
  const ordered = (['searchableAttributes', 'rankingRules'] as const).every(
    (key) => wanted[key] === undefined || isDeepStrictEqual(now[key], wanted[key]),
  );
  return ordered && covers(now, wanted);
}

export async function existingIndexes(client: Meilisearch): Promise<Set<string>> {
  const { results } = await client.getIndexes({ limit: 1000 });
  return new Set(results.map(({ uid }) => uid));
}

/** Is the archive there, with settings other than this version's? */
export async function hasOtherSettings(client: Meilisearch, target: Target): Promise<boolean> {
  const there = await existingIndexes(client);
  const stale = await Promise.all(
    indexNames.map(
      async (name) => there.has(target[name]) && !isSet(await client.index(target[name]).getSettings(), settings[name]),
    ),
  );
  return stale.includes(true);
}

async function ensureIndex(client: Meilisearch, name: IndexName, uid: string, isThere: boolean): Promise<void> {
  if (!isThere) await done(client.createIndex(uid, { primaryKey: 'id' }), `index ${uid}`);
  if (isThere && isSet(await client.index(uid).getSettings(), settings[name])) return;
  await done(client.index(uid).updateSettings(settings[name]), `settings of ${uid}`);
}

/**
 * What a rebuild needs of the archive that it is made from, which stays as it is searched: all indexes, that of earlier
 * texts with its settings, and findings that can be asked for by their report.
 */
export async function ensureOrigin(client: Meilisearch): Promise<void> {
  const there = await existingIndexes(client);
  const { filterableAttributes } = there.has(current.findings)
    ? await client.index(current.findings).getSettings()
    : {};
  const isReadable = filterableAttributes?.some((one) => one === 'report.id');
  for (const name of indexNames) {
    const stays = there.has(current[name]) && swapped.includes(name) && (name !== 'findings' || isReadable);
    if (!stays) await ensureIndex(client, name, current[name], there.has(current[name]));
  }
}

/** All indexes with their settings; writes nothing where they are as they should be. */
export async function ensureIndexes(client: Meilisearch, target: Target): Promise<void> {
  const there = await existingIndexes(client);
  for (const name of indexNames) await ensureIndex(client, name, target[name], there.has(target[name]));
}
