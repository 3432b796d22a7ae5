import type { Engine } from '#indexer/engine/engine.ts';
import { withEngine } from '#indexer/engine/with-engine.ts';
import { existingIndexes } from '#indexer/load/indexes.ts';
import { current } from '#indexer/load/target.ts';
import { print, printJson } from '#indexer/print.ts';
import { isOutdated } from '#indexer/rebuild.ts';
import { readerStamp } from '#indexer/stamp.ts';
import { archiveClient, type Meilisearch } from '#lib/archive/client.ts';
import { indexNames } from '#lib/archive/settings.ts';
import { appliedFile, readOverridesFile } from '#lib/entities/overrides-file.ts';
import { env } from '#lib/env.ts';
import { archiveFigures, multiSearchBody } from '#lib/search/request.ts';
import { byRole, indexFigures } from '#lib/search/response.ts';
import type { Result } from '#lib/search/result.ts';

/** What the archive holds besides what is searched. */
interface Holdings {
  /** Files that were read. */
  inputs: number;
  /** Of those, the ones that could not be read, or not all of them. */
  quarantined: number;
  earlier_texts: number;
  /** Groups of reports that say the same, and the reports that another of their group stands for. */
  groups: number;
  copies: number;
}

interface Status {
  figures: Result['index'];
  holdings: Holdings;
  upToDate: boolean;
  version: string;
}

const nothing: Holdings = { inputs: 0, quarantined: 0, earlier_texts: 0, groups: 0, copies: 0 };

async function holdingsOf(client: Meilisearch): Promise<Holdings> {
  const none = { limit: 1, fields: ['id'] };
  const [inputs, failed, revisions, copies] = await Promise.all([
    client.index(current.inputs).getDocuments(none),
    client.index(current.inputs).getDocuments({ ...none, filter: 'failed > 0' }),
    client.index(current.revisions).getDocuments(none),
    client.index(current.reports).search('', { filter: 'copy = true', facets: ['group'], page: 1, hitsPerPage: 0 }),
  ]);
  return {
    ...{ inputs: inputs.total, quarantined: failed.total, earlier_texts: revisions.total },
    ...{ groups: Object.keys(copies.facetDistribution?.group ?? {}).length, copies: copies.totalHits },
  };
}

function appliedEdition(): string {
  return readOverridesFile(appliedFile(env.dataFolder())).edition;
}

async function statusOf({ host, masterKey }: Engine): Promise<Status> {
  const client = archiveClient(host, masterKey);
  const indexes = await existingIndexes(client);
  const there = indexNames.every((name) => indexes.has(current[name]));
  const planned = archiveFigures();
  const figures = there
    ? indexFigures(byRole(planned, (await client.multiSearch(multiSearchBody(planned))).results))
    : { updated_at: null, from: null, to: null, reports: 0, findings: 0 };
  return {
    figures,
    holdings: there ? await holdingsOf(client) : nothing,
    upToDate: !(await isOutdated({ client, stamp: readerStamp(appliedEdition()) })),
    version: (await client.getVersion()).pkgVersion,
  };
}

/** `sitrep status`: the archive's size and span, and where it is. */
export async function statusCommand({ json = false }: { json?: boolean }): Promise<number> {
  const dataFolder = env.dataFolder();
  const { figures, holdings, upToDate, version } = await withEngine(dataFolder, statusOf);
  const kept = env.meiliUrl() ?? dataFolder;
  if (json) {
    printJson({ ...figures, ...holdings, up_to_date: upToDate, engine: version, kept });
    return 0;
  }
  const { inputs, quarantined, earlier_texts: earlier, groups, copies } = holdings;
  print(`reports   ${figures.reports}`);
  print(`findings  ${figures.findings}`);
  print(`covers    ${figures.from ? `${figures.from} to ${figures.to}` : 'nothing yet'}`);
  print(`latest    ${figures.updated_at ?? 'nothing yet'}`);
  print(`inputs    ${inputs} read, ${quarantined} in quarantine${quarantined > 0 ? ' (sitrep problems)' : ''}`);
  print(`copies    ${copies} that say what an earlier one says, in ${groups} groups`);
  print(`earlier   ${earlier} earlier texts kept`);
  print(
    `reader    ${upToDate ? 'up to date' : 'another version made it: the next run rebuilds it (or sitrep rebuild)'}`,
  );
  print(`engine    Meilisearch ${version}, ${env.meiliUrl() ? 'at' : 'embedded, kept in'} ${kept}`);
  return 0;
}
