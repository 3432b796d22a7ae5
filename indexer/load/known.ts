import type { Meilisearch } from '#lib/archive/client.ts';
import type { ReportDocument } from '#lib/archive/documents.ts';

const FIELDS = [
  ...(['id', 'title', 'hash', 'revision', 'url', 'source', 'date', 'publishedAt', 'archivedAt'] as const),
  ...(['sketch', 'group', 'copyOf', 'also', 'inputs', 'from', 'modified', 'revisedAt', 'revisions'] as const),
];

/** What the archive has of a report, as far as a new reading of it is concerned. */
export interface KnownReport extends Pick<ReportDocument, (typeof FIELDS)[number]> {
  /** Has only the archive that a rebuild is made from got it? */
  earlier?: boolean;
}

/** The reports that are known, those on their way to the engine included. */
export interface Lookup {
  byId: (id: string) => KnownReport | undefined;
  /** The one without an address that has this text, of this day: a day without news has the words of another. */
  byText: (text: Pick<ReportDocument, 'hash' | 'date'>) => KnownReport | undefined;
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

/** Ids of one request: they go into its address. */
const AT_ONCE = 500;
/** Reports of the same words that are looked at. */
const MOST_ALIKE = 10_000;

async function knownReports(client: Meilisearch, index: string, { ids, hashes }: Wanted): Promise<KnownReport[]> {
  const reports = client.index<ReportDocument>(index);
  const asked = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    asked.push(reports.getDocuments({ ids: ids.slice(from, from + AT_ONCE), fields: FIELDS, limit: AT_ONCE }));
  if (hashes.length > 0)
    asked.push(reports.getDocuments({ filter: `hash IN ${list(hashes)}`, fields: FIELDS, limit: MOST_ALIKE }));
  return (await Promise.all(asked)).flatMap(({ results }) => results);
}

/** What tells a text from the others. */
export function textKey({ hash, date }: Pick<ReportDocument, 'hash' | 'date'>): string {
  return `${hash} ${date}`;
}

/** What `target` has, and what a rebuild's `origin` has beside it; what is on its way comes before all. */
export async function lookUp(
  client: Meilisearch,
  { origin, target }: { origin: string | undefined; target: string },
  { ids, hashes }: Wanted,
  onTheWay: KnownReport[],
): Promise<Lookup> {
  const byId = new Map<string, KnownReport>();
  if (origin)
    for (const one of await knownReports(client, origin, { ids, hashes })) byId.set(one.id, { ...one, earlier: true });
  const wanted = { ids: [...new Set([...ids, ...byId.keys()])], hashes };
  for (const one of await knownReports(client, target, wanted)) byId.set(one.id, one);
  for (const one of onTheWay) byId.set(one.id, one);
  const byText = new Map([...byId.values()].filter(({ url }) => url === null).map((one) => [textKey(one), one]));
  return { byId: (id) => byId.get(id), byText: (text) => byText.get(textKey(text)) };
}
