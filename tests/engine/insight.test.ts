import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingDocument } from '#lib/archive/documents.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import type { Insight } from '#lib/search/insight.ts';
import { searchInsight } from '#lib/search/search-insight.ts';
import { parseQuery } from '#lib/search/url.ts';
import { allDocuments, archiveOf, openTestArchive, type TestArchive } from './harness.ts';

let archive: TestArchive;
let documents: FindingDocument[];
beforeAll(async () => {
  archive = await openTestArchive();
  await archive.index('indexer/sample/archive');
  documents = (await allDocuments<FindingDocument>(archive.client, 'findings')).filter(({ copy }) => !copy);
});
afterAll(() => archive.close());

function insight(search: string): Promise<Insight> {
  const parsed = parseQuery(new URLSearchParams(search));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return searchInsight(parsed.query, archiveOf(archive.client, archive.options.register));
}

const values = (document: FindingDocument, facet: FacetId) => document.facets[facet] as string[];
const having = (among: FindingDocument[], facet: FacetId, id: string) =>
  among.filter((document) => values(document, facet).includes(id)).length;

describe('what stands out', () => {
  it.each([
    ['actor=north-korea', (one: FindingDocument) => values(one, 'actor').includes('north-korea')],
    ['topic=energy&kind=key', (one: FindingDocument) => values(one, 'topic').includes('energy') && one.kind === 'key'],
    ['from=2025-02-20', (one: FindingDocument) => (one.date ?? '') >= '2025-02-20'],
  ])('of %s is counted as by hand', async (search, fits) => {
    const { total, all, stands_out: standsOut, regions } = await insight(search);
    const here = documents.filter(fits);
    expect({ total, all }).toEqual({ total: here.length, all: documents.length });
    for (const [facet, standouts] of Object.entries(standsOut) as [FacetId, Insight['words']][])
      for (const { id, count, count_in_all: inAll } of standouts) {
        expect(count, id).toBe(having(here, facet, id));
        expect(inAll, id).toBe(having(documents, facet, id));
        expect(count / total, `${id} has a larger share here`).toBeGreaterThan(inAll / all);
      }
    for (const { id, count } of regions) expect(count, id).toBe(having(here, 'region', id));
    expect(Object.values(standsOut).flat().length).toBeGreaterThan(0);
  });

  it('leaves out what is chosen, and what that lies in, which all results have', async () => {
    const { stands_out: standsOut } = await insight('region=pokrovsk&actor=russia');
    const told = Object.values(standsOut).flatMap((some) => some.map(({ id }) => id));
    for (const id of ['pokrovsk', 'donetsk-oblast', 'ukraine'])
      expect(standsOut.region?.map((one) => one.id)).not.toContain(id);
    expect(standsOut.actor?.map(({ id }) => id)).not.toContain('russia');
    expect(told.length).toBeGreaterThan(0);
  });

  it('counts words as the search with one more word does', async () => {
    const { words } = await insight('q=refinery');
    expect(words.length).toBeGreaterThan(0);
    for (const { id, count, count_in_all: inAll } of words) {
      expect((await archive.find(`q=refinery ${id}`)).total.value, id).toBe(count);
      expect((await archive.find(`q=${id}`)).total.value, id).toBe(inAll);
    }
    expect(words.map(({ id }) => id)).not.toContain('refinery');
  });

  it('is nothing where all of the archive is shown', async () => {
    const { total, all, stands_out: standsOut, words } = await insight('');
    expect(total).toBe(all);
    expect([...Object.values(standsOut).flat(), ...words]).toEqual([]);
  });

  it('is told of reports among reports', async () => {
    const { total, all } = await insight('type=report&topic=energy');
    const reports = (await archive.find('type=report')).total.value;
    expect(all).toBe(reports);
    expect(total).toBe((await archive.find('type=report&topic=energy')).total.value);
  });
});
