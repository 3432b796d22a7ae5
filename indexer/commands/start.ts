import { join } from 'node:path';
import type { Engine } from '#indexer/engine/engine.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { ensureIndexes } from '#indexer/load/indexes.ts';
import { current } from '#indexer/load/target.ts';
import { print, tellNotice, tellProblem } from '#indexer/print.ts';
import { serve } from '#indexer/serve/serve.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { env } from '#lib/env.ts';

const SAMPLE = join(process.cwd(), 'indexer/sample/archive');

/** An archive without a report gets the sample, so that there is something to search; one of another version is rebuilt. */
async function prepareArchive(engine: Engine): Promise<void> {
  const client = archiveClient(engine.host, engine.masterKey);
  await ensureIndexes(client, current);
  const { numberOfDocuments } = await client.index(current.reports).getStats();
  if (numberOfDocuments === 0) print('The archive is empty: indexing the sample reports …');
  const { added, findings } = await indexArchive(numberOfDocuments === 0 ? [SAMPLE] : [], {
    client,
    register: loadRegister(),
    onProblem: tellProblem,
    onNotice: tellNotice,
  });
  if (added > 0) print(`${added} sample reports with ${findings} findings`);
}

/** `sitrep start`: resolves when site or engine ended by itself; Ctrl-C ends the process. */
export function startCommand({ port = env.port() }: { port?: number }): Promise<number> {
  const hostname = env.host();
  return serve({ port, prepare: prepareArchive, ...(hostname ? { hostname } : {}) });
}
