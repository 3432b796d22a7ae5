import type { Meilisearch } from '#lib/archive/client.ts';
import type { ReportDocument } from '#lib/archive/documents.ts';

const FIELDS = [
  ...(['id', 'title', 'hash', 'revision', 'url', 'source', 'date', 'publishedAt', 'archivedAt'] as const),
  ...(['sketch', 'group', 'copyOf', 'also', 'inputs', 'modified', 'revisedAt', 'revisions'] as const),
];

/** What the archive has of a report, as far as a new reading of it is concerned. */
export type KnownReport = Pick<ReportDocument, (typeof FIELDS)[number]>;

/** The reports that are known, those on their way to the engine included. */
export interface Lookup {
  byId: (id: string) => KnownReport | undefined;
  byHash: (hash: string) => KnownReport | undefined;
}

/** What a batch may find: reports of these ids, and of these contents. */
export interface Wanted {
  ids: string[];
  hashes: string[];
}

/** Values in the engine's filter language. */
export function list(values: readonly (string | number)[]): string {
  return `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
}

async function knownReports(client: Meilisearch, index: string, { ids, hashes }: Wanted): Promise<KnownReport[]> {
  const reports = client.index<ReportDocument>(index);
  const same = { filter: `hash IN ${list(hashes)}`, fields: FIELDS, limit: hashes.length * 4 };
  const answers = await Promise.all([
    ids.length > 0 ? reports.getDocuments({ ids, fields: FIELDS, limit: ids.length }) : null,
    hashes.length > 0 ? reports.getDocuments(same) : null,
  ]);
  return answers.flatMap((answer) => answer?.results ?? []);
}

/** What `indexes` have, the later ones of these before the earlier, and what is on its way before all. */
export async function lookUp(
  client: Meilisearch,
  indexes: string[],
  wanted: Wanted,
  onTheWay: KnownReport[],
): Promise<Lookup> {
  const byId = new Map<string, KnownReport>();
  const byHash = new Map<string, KnownReport>();
  const note = (one: KnownReport) => {
    byId.set(one.id, one);
    byHash.set(one.hash, one);
  };
  for (const index of indexes) for (const one of await knownReports(client, index, wanted)) note(one);
  for (const one of onTheWay) note(one);
  return { byId: (id) => byId.get(id), byHash: (hash) => byHash.get(hash) };
}
