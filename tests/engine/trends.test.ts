import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facetIds } from '#lib/facets/derive.ts';
import { lineQuery } from '#lib/search/lines.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import { formatQuery } from '#lib/search/url.ts';
import { openTestArchive, type TestArchive } from './harness.ts';

let archive: TestArchive;
let queries: fc.Arbitrary<Query>;
beforeAll(async () => {
  archive = await openTestArchive();
  await archive.index('indexer/sample/archive');
  const { facets } = await archive.find('facet_limit=30');
  const values = facetIds.flatMap((id) => facets[id]?.values.map((value) => `${id}:${value.id}`) ?? []);
  const line = fc.oneof(
    fc.constantFrom(...values),
    fc.constantFrom('q:drone', 'q:Zelenskiy', 'q:"Kursk Oblast"', 'q:peace -talks'),
  );
  const actor = fc.constantFrom(...(facets.actor?.values.map(({ id }) => id) ?? []));
  queries = fc
    .record({
      q: fc.constantFrom('', 'strike', 'Kharkiv'),
      compare: fc.uniqueArray(line, { minLength: 1, maxLength: 5 }),
      actors: fc.uniqueArray(actor, { maxLength: 2 }),
      dates: fc.constantFrom([null, null], ['2025-01-20', null], ['2025-02-01', '2025-02-10'], ['30d', null]),
      interval: fc.constantFrom(null, 'month' as const),
    })
    .map(({ q, compare, actors, dates: [from = null, to = null], interval }) => {
      const filters = { ...emptyQuery().filters, actor: { only: actors.sort(), not: [], op: 'any' as const } };
      return { ...emptyQuery(), q, compare, filters, from, to, interval };
    });
});
afterAll(() => archive.close());

describe('the lines of a trend', () => {
  it('are what a search of each finds, by the same buckets', async () => {
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const { trends, histogram } = await archive.find(formatQuery(query));
        expect(trends.map(({ id }) => id)).toEqual(query.compare);
        for (const { id, total, counts } of trends) {
          const own = await archive.find(formatQuery({ ...lineQuery(query, id), compare: [] }));
          expect(total, id).toBe(own.total.value);
          const byStart = new Map(own.histogram.buckets.map(({ from, count }) => [from, count]));
          expect(counts, id).toEqual(histogram.buckets.map(({ from }) => byStart.get(from) ?? 0));
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
            own.histogram.buckets.reduce((sum, { count }) => sum + count, 0),
          );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are named as the register names them, words in quotation marks', async () => {
    const { trends } = await archive.find(
      'compare=actor:volodymyr-zelensky&compare=drone strike&compare=kind:key&compare=lang:uk',
    );
    expect(trends.map(({ label }) => label)).toEqual([
      'Volodymyr Zelensky',
      '“drone strike”',
      'Key finding',
      'Ukrainian',
    ]);
  });

  it('that are called the same are told apart', async () => {
    const { trends } = await archive.find('compare=actor:ukraine&compare=region:ukraine&compare=actor:russia');
    expect(trends.map(({ label }) => label)).toEqual(['Ukraine (actor)', 'Ukraine (region)', 'Russia']);
  });

  it('leave the search itself as it is, and there is none unless asked for', async () => {
    const [plain, compared] = [await archive.find('q=Kursk'), await archive.find('q=Kursk&compare=q:drone')];
    expect(plain.trends).toEqual([]);
    expect({ ...compared, trends: [], links: plain.links }).toEqual(plain);
  });
});
