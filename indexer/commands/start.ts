import { join } from 'node:path';
import type { Engine } from '#indexer/engine/engine.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { ensureIndexes } from '#indexer/load/indexes.ts';
import { print, tellProblem } from '#indexer/print.ts';
import { serve } from '#indexer/serve/serve.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { env } from '#lib/env.ts';
import { loadSources } from '#lib/report/load-sources.ts';

const SAMPLE = join(process.cwd(), 'indexer/sample/archive');

/** An archive without a report gets the sample, so that there is something to search. */
async function fillEmptyArchive(engine: Engine): Promise<void> {
  const client = archiveClient(engine.host, engine.masterKey);
  await ensureIndexes(client);
  const { numberOfDocuments } = await client.index('reports').getStats();
  if (numberOfDocuments > 0) return;
  print('The archive is empty: indexing the sample reports …');
  const { added, findings } = await indexArchive([SAMPLE], {
    client,
    register: loadRegister(),
    sources: loadSources(),
    onProblem: tellProblem,
  });
  print(`${added} sample reports with ${findings} findings`);
}

/** `sitrep start`: resolves when site or engine ended by itself; Ctrl-C ends the process. */
export function startCommand({ port = env.port() }: { port?: number }): Promise<number> {
  const hostname = env.host();
  return serve({ port, prepare: fillEmptyArchive, ...(hostname ? { hostname } : {}) });
}
