import { join } from 'node:path';
import type { Engine } from '#indexer/engine/engine.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { existingIndexes } from '#indexer/load/indexes.ts';
import { newTally } from '#indexer/load/tally.ts';
import { current } from '#indexer/load/target.ts';
import { print, tellNotice } from '#indexer/print.ts';
import { openReporter } from '#indexer/progress/reporter.ts';
import { serve } from '#indexer/serve/serve.ts';
import { RunningError, singleRun } from '#indexer/single-run.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { loadArchiveRegister } from '#lib/entities/load.ts';
import { env } from '#lib/env.ts';

const SAMPLE = join(process.cwd(), 'indexer/sample/archive');

async function prepare({ host, masterKey }: Engine): Promise<void> {
  const client = archiveClient(host, masterKey);
  const isThere = (await existingIndexes(client)).has(current.reports);
  const isEmpty = !isThere || (await client.index(current.reports).getStats()).numberOfDocuments === 0;
  if (isEmpty) print('The archive is empty: indexing the sample reports …');
  const tally = newTally();
  const { listener, close } = openReporter({}, tally, () => null);
  try {
    await indexArchive(isEmpty ? [SAMPLE] : [], {
      client,
      register: loadArchiveRegister(env.dataFolder()),
      tally,
      ...listener,
    });
  } finally {
    close();
  }
  if (tally.added > 0) print(`${tally.added} sample reports with ${tally.findings} findings`);
}

/**
 * An archive without a report gets the sample, so that there is something to search; one of another version is rebuilt.
 * While another run is at work, it is served as it is.
 */
async function prepareArchive(engine: Engine): Promise<void> {
  try {
    await singleRun(env.dataFolder(), () => prepare(engine));
  } catch (error) {
    if (!(error instanceof RunningError)) throw error;
    tellNotice(`${error.message}: the site starts with what is there`);
  }
}

/** `sitrep start`: resolves when site or engine ended by itself; Ctrl-C ends the process. */
export function startCommand({ port = env.port() }: { port?: number }): Promise<number> {
  const hostname = env.host();
  return serve({ port, prepare: prepareArchive, ...(hostname ? { hostname } : {}) });
}
