import { withEngine } from '#indexer/engine/with-engine.ts';
import { harmless, print } from '#indexer/print.ts';
import { problemsOf, type Quarantined } from '#indexer/problems.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { env } from '#lib/env.ts';

/** `2025-03-01 12:00Z  report.pdf: the file is empty; give a file with text`. */
function lineOf({ source, reason, remedy, tried }: Quarantined): string {
  return harmless(`${tried.slice(0, 10)} ${tried.slice(11, 16)}Z  ${source}: ${reason}; ${remedy}`);
}

/** `sitrep problems`: what could not be read, why, and what to do. */
export async function problemsCommand({ json = false }: { json?: boolean }): Promise<number> {
  const problems = await withEngine(env.dataFolder(), ({ host, masterKey }) =>
    problemsOf(archiveClient(host, masterKey)),
  );
  if (json) print(JSON.stringify(problems, null, 2));
  else for (const problem of problems) print(lineOf(problem));
  if (!json && problems.length === 0) print('Nothing is in quarantine.');
  return problems.length > 0 ? 1 : 0;
}
