import { type Fetched, fetchSources } from './fetch/fetch-sources.ts';
import type { FetchOptions } from './fetch/options.ts';
import { originals } from './fetch/originals.ts';
import { counted, nothingFetched, type Tally as Pages } from './fetch/tally.ts';
import type { Target } from './fetch/target.ts';
import { indexFiles } from './index-archive.ts';
import type { Tally } from './load/tally.ts';
import type { RunOptions } from './run.ts';

interface Options extends RunOptions, FetchOptions {
  /** Told of each address as it is known what became of it. */
  onFetched?: (fetched: Fetched) => void;
}

/**
 * Feeds, sitemaps and pages into the archive: fetched into the originals of the data folder, and from there indexed.
 * An address that could not be fetched is told, and what was fetched of it before stays.
 * @throws LoadError when the engine could not do a write.
 */
export async function fetchArchive(targets: Target[], options: Options): Promise<{ pages: Pages; reports: Tally }> {
  let pages = nothingFetched;
  for await (const outcome of fetchSources(targets, options)) {
    pages = counted(pages, outcome);
    if (outcome.ok) options.onFetched?.(outcome.value);
    else options.onProblem?.(outcome);
  }
  return { pages, reports: await indexFiles({ files: originals(options.dataFolder), folders: [] }, options) };
}
