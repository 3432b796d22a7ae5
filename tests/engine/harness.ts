import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '#indexer/engine/engine.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import type { Tally } from '#indexer/load/tally.ts';
import type { RunOptions } from '#indexer/run.ts';
import { readerStamp } from '#indexer/stamp.ts';
import { archiveClient, type Meilisearch, searchClient } from '#lib/archive/client.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { createMatcher } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import { createBaseline } from '#lib/search/baseline.ts';
import { createFigures } from '#lib/search/figures.ts';
import type { Result } from '#lib/search/result.ts';
import { type Archive, search } from '#lib/search/search.ts';
import { parseQuery } from '#lib/search/url.ts';

/** An archive of its own on a real engine: `client` may write, `find` searches as the site does, with the site's key. */
export interface TestArchive {
  engine: Engine;
  client: Meilisearch;
  folder: string;
  /** Of `index` and `prune`: one stamp for all runs, whatever is edited meanwhile. */
  options: Pick<RunOptions, 'client' | 'register'> & { stamp: string };
  index: (...paths: string[]) => Promise<Tally>;
  /** The same, and what is not given any more is taken out. */
  prune: (...paths: string[]) => Promise<Tally>;
  find: (search: string) => Promise<Result>;
  close: () => Promise<void>;
}

/** An archive as the site opens it. */
export function archiveOf(client: Meilisearch, register: Register): Archive {
  const matcher = createMatcher([...register.all('actor'), ...register.all('region')]);
  const sources = new Map(loadSources().all.map(({ id, name }) => [id, name]));
  return { client, figures: createFigures(client), baseline: createBaseline(client), register, matcher, sources };
}

export async function openTestArchive(): Promise<TestArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-test-'));
  const engine = await openEngine({ dataFolder: join(folder, 'data') });
  const client = archiveClient(engine.host, engine.masterKey);
  const searcher = searchClient(engine.host, await engine.searchKey());
  const register = loadRegister();
  const searched = archiveOf(searcher, register);
  const options = { client, register, stamp: readerStamp() };
  return {
    engine,
    client,
    folder,
    options,
    index: (...paths) => indexArchive(paths, options),
    prune: (...paths) => indexArchive(paths, { ...options, prune: true }),
    find: (text) => {
      const parsed = parseQuery(new URLSearchParams(text));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      return search(parsed.query, searched);
    },
    close: async () => {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** All documents of an index, by id. */
export async function allDocuments<T extends { id: string }>(client: Meilisearch, index: string): Promise<T[]> {
  const { results } = await client.index(index).getDocuments<T>({ limit: 10_000 });
  return (results as T[]).sort((a, b) => a.id.localeCompare(b.id));
}
