import { current } from '#indexer/load/target.ts';
import type { Meilisearch } from '#lib/archive/client.ts';
import type { FindingDocument } from '#lib/archive/documents.ts';
import { type EntityFacet, entityFacets } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import { retagArchive, type Touched } from './retag.ts';

type Ids = Record<EntityFacet, string[]>;

/** What a change of the register would make of a finding: ids of its tags. Equal ones: only what a search by name, or by a wider region, finds is other. */
export interface FindingChange {
  id: string;
  report: string;
  text: string;
  before: Ids;
  after: Ids;
}

function idsOf({ tags }: FindingDocument): Ids {
  const of = (facet: EntityFacet) => tags[facet].map(({ id }) => id);
  return { actor: of('actor'), region: of('region'), topic: of('topic') };
}

function changeOf({ before, after }: Touched): FindingChange {
  const { id, text, report } = before;
  return { id, report: report.title, text, before: idsOf(before), after: idsOf(after) };
}

/** Which findings of the archive a change would touch, one by one; and of how many reports. Nothing is written. */
export async function* previewChange(
  client: Meilisearch,
  register: Register,
  seen: { reports: number },
): AsyncIterable<FindingChange> {
  for await (const page of retagArchive(client, register)) {
    seen.reports += page.filter(({ before, after }) => before !== after).length;
    for (const { touched } of page) yield* touched.map(changeOf);
  }
}

/** Findings that overrides name and the archive has not. */
export async function unknownFindings(client: Meilisearch, { curation }: Register): Promise<string[]> {
  const ids = [...curation.decisions.keys()];
  const unknown: string[] = [];
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500);
    const { results } = await client
      .index<FindingDocument>(current.findings)
      .getDocuments({ ids: some, fields: ['id'], limit: some.length });
    const there = new Set(results.map(({ id }) => id));
    unknown.push(...some.filter((id) => !there.has(id)));
  }
  return unknown;
}

/** `actor +wagner-group −redut`, a facet a line; none where the tags are as they were. */
export function linesOf({ before, after }: Pick<FindingChange, 'before' | 'after'>): string[] {
  return entityFacets.flatMap((facet) => {
    const added = after[facet].filter((id) => !before[facet].includes(id)).map((id) => `+${id}`);
    const gone = before[facet].filter((id) => !after[facet].includes(id)).map((id) => `-${id}`);
    return added.length + gone.length > 0 ? [`${facet.padEnd(6)} ${[...gone, ...added].join(' ')}`] : [];
  });
}
