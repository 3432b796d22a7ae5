import { resolve } from 'node:path';
import { withEngine } from '#indexer/engine/with-engine.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { print, tellProblem } from '#indexer/print.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { env } from '#lib/env.ts';
import { loadSources } from '#lib/report/load-sources.ts';

/** `sitrep index PATH…`. Paths are the caller's, wherever npm runs the script. */
export async function indexCommand(paths: string[]): Promise<number> {
  const files = paths.map((path) => resolve(env.callerFolder(), path));
  const { added, changed, unchanged, findings, problems } = await withEngine(env.dataFolder(), (engine) =>
    indexArchive(files, {
      client: archiveClient(engine.host, engine.masterKey),
      register: loadRegister(),
      sources: loadSources(),
      onProblem: tellProblem,
    }),
  );
  const reports = `${added} report${added === 1 ? '' : 's'}`;
  print(
    `${reports} added, ${changed} changed (${findings} findings), ${unchanged} unchanged, ${problems.length} not read`,
  );
  return problems.length > 0 ? 1 : 0;
}
