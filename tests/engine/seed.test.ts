import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '#lib/archive/documents.ts';
import type { FindingHit, Labelled } from '#lib/search/result.ts';
import { sharedFile } from '#tests/shared.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';

const seed = sharedFile('seed/unn-2025-03-01.txt');
const ids = (values: Labelled[] = []) => values.map(({ id }) => id).sort();

describe.skipIf(!seed)('the seed, through the whole of it', () => {
  let archive: TestArchive;
  let key: FindingHit[];
  beforeAll(async () => {
    archive = await openTestArchive();
    expect(await archive.index(seed ?? '')).toMatchObject({ added: 1, problems: 0 });
    key = (await archive.find('kind=key&sort=oldest')).results as FindingHit[];
  });
  afterAll(() => archive?.close());

  it('is one report of eight key findings', async () => {
    const reports = await allDocuments<ReportDocument>(archive.client, 'reports');
    expect(reports).toMatchObject([
      {
        source: { id: 'unn' },
        originator: { id: 'institute-for-the-study-of-war' },
        date: '2025-02-28',
        publishedAt: '2025-03-01T02:27:00Z',
      },
    ]);
    expect(key).toHaveLength(8);
  });

  it('has who and where as the rules for tags have them', () => {
    expect(ids(key[0]?.actors)).toEqual(['donald-trump', 'volodymyr-zelensky']);
    expect(ids(key[6]?.actors)).toEqual(['russia']);
    expect(ids(key[6]?.regions)).toEqual(['kurakhove', 'pokrovsk', 'velyka-novosilka', 'zaporizhia-oblast']);
    expect(ids(key[7]?.actors)).toEqual(['russia', 'sergei-aksyonov', 'vladimir-putin']);
    expect(ids(key[7]?.regions)).toEqual(['crimea']);
  });

  it.each(['Zelenskyy', 'Zelenskiy', 'Зеленський'])('has its first finding found by %s', async (q) => {
    const { results } = await archive.find(new URLSearchParams({ q, kind: 'key' }).toString());
    expect(results.map(({ id }) => id)).toEqual([key[0]?.id]);
  });

  it('has its last finding found by actor and region, and not without its topic', async () => {
    const filters = 'actor=vladimir-putin&region=crimea&kind=key';
    expect((await archive.find(filters)).results.map(({ id }) => id)).toEqual([key[7]?.id]);
    expect(ids(key[7]?.topics)).toContain('politics');
    expect((await archive.find(`${filters}&not_topic=politics`)).total.value).toBe(0);
  });
});
