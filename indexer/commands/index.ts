import { resolve } from 'node:path';
import { withEngine } from '#indexer/engine/with-engine.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { print, summaryOf, tellNotice, tellProblem } from '#indexer/print.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { env } from '#lib/env.ts';

/** `sitrep index PATH…`. Paths are the caller's, wherever npm runs the script. */
export async function indexCommand(paths: string[]): Promise<number> {
  const files = paths.map((path) => resolve(env.callerFolder(), path));
  const tally = await withEngine(env.dataFolder(), (engine) =>
    indexArchive(files, {
      client: archiveClient(engine.host, engine.masterKey),
      register: loadRegister(),
      onProblem: tellProblem,
      onNotice: tellNotice,
    }),
  );
  print(summaryOf(tally));
  return tally.problems > 0 ? 1 : 0;
}
