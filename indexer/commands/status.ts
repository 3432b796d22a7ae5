import type { Engine } from '#indexer/engine/engine.ts';
import { withEngine } from '#indexer/engine/with-engine.ts';
import { print } from '#indexer/print.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { indexNames } from '#lib/archive/settings.ts';
import { env } from '#lib/env.ts';
import { archiveFigures, multiSearchBody } from '#lib/search/request.ts';
import { byRole, indexFigures } from '#lib/search/response.ts';
import type { Result } from '#lib/search/result.ts';

interface Status {
  figures: Result['index'];
  version: string;
}

async function statusOf({ host, masterKey }: Engine): Promise<Status> {
  const client = archiveClient(host, masterKey);
  const { results: indexes } = await client.getIndexes({ limit: 1000 });
  const there = indexNames.every((name) => indexes.some(({ uid }) => uid === name));
  const planned = archiveFigures();
  const figures = there
    ? indexFigures(byRole(planned, (await client.multiSearch(multiSearchBody(planned))).results))
    : { updated_at: null, from: null, to: null, reports: 0, findings: 0 };
  return { figures, version: (await client.getVersion()).pkgVersion };
}

/** `sitrep status`: the archive's size and span, and where it is. */
export async function statusCommand({ json = false }: { json?: boolean }): Promise<number> {
  const dataFolder = env.dataFolder();
  const { figures, version } = await withEngine(dataFolder, statusOf);
  const kept = env.meiliUrl() ?? dataFolder;
  if (json) {
    print(JSON.stringify({ ...figures, engine: version, kept }));
    return 0;
  }
  print(`reports   ${figures.reports}`);
  print(`findings  ${figures.findings}`);
  print(`covers    ${figures.from ? `${figures.from} to ${figures.to}` : 'nothing yet'}`);
  print(`latest    ${figures.updated_at ?? 'nothing yet'}`);
  print(`engine    Meilisearch ${version}, ${env.meiliUrl() ? 'at' : 'embedded, kept in'} ${kept}`);
  return 0;
}
