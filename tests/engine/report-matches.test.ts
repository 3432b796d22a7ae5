import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingDocument } from '#lib/archive/documents.ts';
import type { FindingHit, Result } from '#lib/search/result.ts';
import { type Archive, search } from '#lib/search/search.ts';
import { surroundingsOf } from '#lib/search/surroundings.ts';
import { queryOf } from '#lib/search/url.ts';
import { allDocuments, archiveOf, openTestArchive, type TestArchive } from './harness.ts';

let archive: TestArchive;
let documents: FindingDocument[];
beforeAll(async () => {
  archive = await openTestArchive();
  await archive.index('indexer/sample/archive');
  documents = await allDocuments<FindingDocument>(archive.client, 'findings');
});
afterAll(() => archive.close());

function findingsIn({ results }: Result): FindingHit[] {
  return results.filter((hit) => hit.type === 'finding');
}

/** All that a search finds, page by page, at most `size` a page. */
async function pagesOf(search: string, size: number): Promise<Result[]> {
  const pages: Result[] = [];
  for (let page = 1; ; page++) {
    const found = await archive.find(`${search}&facets=none&per_page=${size}&page=${page}`);
    pages.push(found);
    if (!found.links.next) return pages;
  }
}

/** With words, with names in other spellings, with filters and dates, in every order. */
const SEARCHES = [
  '',
  'q=Kursk',
  'q=drone strike&sort=newest',
  'q=Зеленський',
  'q=Zelenskiy&exact=1',
  'q="Kursk Oblast" -Korean',
  'q=refinery&actor=ukraine&sort=oldest',
  'actor=russia&not_topic=ground-operations',
  'actor=russia&actor=ukraine&actor_op=all&q=Pokrovsk',
  'region=donetsk-oblast&from=2025-02-01&to=2025-02-20',
  'q=Putin&from=30d',
  'kind=passage&source=sitrep-wire',
  'lang=uk&date=published',
  'q=zzzzqq',
];

describe('how many findings of a hit’s report the search finds', () => {
  it.each(SEARCHES)('is a count by hand over all pages: %s', async (search) => {
    const pages = await pagesOf(search, 7);
    const all = pages.flatMap(findingsIn);
    expect(all.length).toBe(pages[0]?.total.value);
    for (const { report } of all)
      expect(report.matches, report.id).toBe(all.filter((other) => other.report.id === report.id).length);
  });

  it.each(SEARCHES)('is the same where there are too many reports to count the findings of each: %s', async (text) => {
    const few = archiveOf(archive.client, archive.options.register);
    const baseline = (...asked: Parameters<Archive['baseline']>) => few.baseline(...asked);
    const many = { ...few, baseline: Object.assign(baseline, { reports: () => 100_000 }) };
    const asked = `${text}&per_page=7`;
    expect(await search(queryOf(asked), many)).toEqual(await archive.find(asked));
  });

  it('is what a search in that report alone finds, however many are on the page', async () => {
    for (const search of ['q=Kursk', 'q=drone', 'actor=russia']) {
      const [few, many] = [await archive.find(`${search}&per_page=3`), await archive.find(`${search}&per_page=100`)];
      for (const { report } of [...findingsIn(few), ...findingsIn(many)]) {
        const inIt = await archive.find(`${search}&report=${report.id}`);
        expect(report.matches).toBe(inIt.total.value);
      }
    }
  });
});

describe('the hits of one page', () => {
  it.each(SEARCHES)('have each report in one piece: %s', async (search) => {
    for (const found of await pagesOf(search, 20)) {
      const reports = findingsIn(found).map(({ report }) => report.id);
      const pieces = reports.filter((id, place) => id !== reports[place - 1]);
      expect(pieces).toEqual([...new Set(reports)]);
    }
  });
});

describe('the surroundings of a finding', () => {
  it('are those before and after it in its report, of the first and the last too', async () => {
    const { client } = archive;
    const ends = new Map(documents.toSorted((a, b) => a.ordinal - b.ordinal).map((one) => [one.report.id, one.id]));
    const last = new Set(ends.values());
    const some = documents.filter((one, place) => place % 10 === 0 || one.ordinal === 0 || last.has(one.id));
    for (const { id, ordinal, report } of some) {
      const at = (place: number) => documents.find((one) => one.report.id === report.id && one.ordinal === place)?.id;
      const found = await surroundingsOf(id, client);
      expect(found?.finding).toMatchObject({ id, ordinal });
      expect(found?.before?.id).toBe(at(ordinal - 1));
      expect(found?.after?.id).toBe(at(ordinal + 1));
      expect(found?.report.id).toBe(report.id);
    }
  });

  it('are null of what is no finding, whatever its id', async () => {
    for (const id of ['no-such-finding', '" OR id EXISTS OR id = "', '\\'])
      expect(await surroundingsOf(id, archive.client)).toBeNull();
  });
});
