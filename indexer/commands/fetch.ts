import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSourcesFile, sourcesFileName } from '#indexer/fetch/sources-file.ts';
import { nothingFetched, type Tally as Pages } from '#indexer/fetch/tally.ts';
import type { Target } from '#indexer/fetch/target.ts';
import { fetchArchive } from '#indexer/fetch-archive.ts';
import { summaryOf, tellProblem } from '#indexer/print.ts';
import { env } from '#lib/env.ts';
import { writeArchive } from './write-archive.ts';

export interface FetchCommandOptions {
  /** Addresses of the own machine and network too? */
  allowPrivate?: boolean;
}

function pagesText(pages: Pages): string {
  const { new: fresh, changed, unchanged, notDue, leftOut, failed } = pages;
  const some = (count: number, what: string) => (count > 0 ? [`${count} ${what}`] : []);
  return [
    `${fresh} page${fresh === 1 ? '' : 's'} new`,
    `${changed} changed`,
    `${unchanged} unchanged`,
    ...some(leftOut, 'left out by the source’s own limits'),
    ...some(notDue, 'sources not due yet'),
    `${failed} not fetched`,
  ].join(', ');
}

function fetchAll(targets: Target[], { allowPrivate = false }: FetchCommandOptions): Promise<number> {
  let pages = nothingFetched;
  return writeArchive({
    output: {},
    summary: (tally) => `${pagesText(pages)}\n${summaryOf(tally)}`,
    isWhole: () => pages.failed === 0,
    run: async (options) => {
      ({ pages } = await fetchArchive(targets, { ...options, dataFolder: env.dataFolder(), allowPrivate }));
    },
  });
}

/** `sitrep fetch URL…`. */
export function fetchCommand(urls: string[], options: FetchCommandOptions): Promise<number> {
  return fetchAll(
    urls.map((url) => ({ url })),
    options,
  );
}

/** `sitrep update [FILE]`: all that the sources file names; that of the data folder unless another is named. */
export async function updateCommand(file: string | undefined, options: FetchCommandOptions): Promise<number> {
  const path = file ? resolve(env.callerFolder(), file) : join(env.dataFolder(), sourcesFileName);
  if (!file && !existsSync(path)) {
    tellProblem({ source: path, reason: 'is not there', remedy: 'list your sources in it: see the README' });
    return 2;
  }
  const targets = await readSourcesFile(path);
  if (targets.ok) return fetchAll(targets.value, options);
  tellProblem(targets);
  return 2;
}
