import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '#lib/archive/documents.ts';
import { dayNumber, dayOfNumber } from '#lib/report/day.ts';
import type { Nothing } from '#lib/search/result.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';

let archive: TestArchive;
let reports: ReportDocument[];
beforeAll(async () => {
  archive = await openTestArchive();
  await archive.index('indexer/sample/archive');
  reports = await allDocuments<ReportDocument>(archive.client, 'reports');
});
afterAll(() => archive.close());

async function nothing(search: string): Promise<Nothing> {
  const { total, nothing } = await archive.find(search);
  expect(total.value, search).toBe(0);
  if (!nothing) throw new Error(`${search} finds nothing, and nothing is told of it`);
  return nothing;
}

const EMPTY_SEARCHES = [
  'q=zzzzqq',
  'q=zzzzqq refinery&actor=iran&not_kind=passage&from=30d',
  'actor=iran&region=sumy-oblast&from=2025-02-10&to=2025-03-05',
  'q="hospital tractor"&exact=1&lang=uk',
  'type=report&q=zzzzqq&topic=energy&since=2020-01-01T00:00:00Z',
  'q=“drone strike” zzzzqq',
  'q=zzzzqq -drone',
];

describe('a search that finds nothing', () => {
  it.each(EMPTY_SEARCHES)('%s: every way on finds what it says', async (search) => {
    const { ways } = await nothing(search);
    for (const way of ways) expect((await archive.find(way.search)).total.value, way.search).toBe(way.total);
  });

  it('names every filter, every word, the dates, and all filters at once', async () => {
    const { ways } = await nothing('q=zzzzqq refinery&actor=iran&not_kind=passage&from=30d');
    const told = ways.map(({ off }) => off);
    expect(told).toContainEqual({ is: 'value', facet: 'actor', value: 'iran', part: 'only' });
    expect(told).toContainEqual({ is: 'value', facet: 'kind', value: 'passage', part: 'not' });
    expect(told).toContainEqual({ is: 'word', word: 'zzzzqq' });
    for (const is of ['dates', 'words', 'filters']) expect(told).toContainEqual({ is });
    const totals = ways.map(({ total }) => total > 0);
    expect(totals, 'those with results first').toEqual(totals.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('knows the nearest spelling of a name that the archive has, in its own script', async () => {
    const { ways } = await nothing('q=Pkorvosk');
    expect(ways[0]).toMatchObject({ off: { is: 'spelling', from: 'Pkorvosk', to: 'Pokrovsk' }, search: 'q=Pokrovsk' });
    expect(ways[0]?.total).toBeGreaterThan(0);
    const cyrillic = await nothing(`q=${encodeURIComponent('Хакрві')}`);
    expect(cyrillic.ways[0]?.off).toMatchObject({ is: 'spelling', to: 'Харків' });
  });

  it('shows what comes closest, with some of the words, within the filters where there is such', async () => {
    const within = await nothing('q=refinery zzzzqq&topic=energy');
    expect(within.anywhere).toBe(false);
    expect(within.closest.length).toBeGreaterThan(0);
    for (const hit of within.closest) {
      expect(hit.topics.map(({ id }) => id)).toContain('energy');
      expect(hit.snippets[0]?.ranges.length).toBeGreaterThan(0);
    }
    const without = await nothing('q=refinery zzzzqq&actor=north-korea');
    expect(without.anywhere).toBe(true);
    expect(without.closest.length).toBeGreaterThan(0);
    expect((await nothing('q=zzzzqq')).closest, 'of one word there is nothing fewer').toEqual([]);
  });

  it('tells the chosen days that no report covers', async () => {
    const [from, to] = ['2025-02-10', '2025-03-05'];
    const { gaps } = await nothing(`q=zzzzqq&from=${from}&to=${to}`);
    const covered = new Set(reports.filter(({ copy }) => !copy).map(({ date }) => date));
    const chosen = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, at) =>
      dayOfNumber(dayNumber(from) + at),
    );
    const bare = chosen.filter((day) => !covered.has(day));
    expect(gaps.days).toBe(bare.length);
    for (const span of gaps.spans) expect(bare).toEqual(expect.arrayContaining([span.from, span.to]));
    expect(gaps.spans.at(-1)).toEqual({ from: '2025-03-01', to });
    expect((await nothing('q=zzzzqq')).gaps).toEqual({ days: 0, spans: [] });
  });

  it('is told nothing where there is something', async () => {
    expect((await archive.find('q=refinery')).nothing).toBeNull();
    expect((await archive.find('q=refinery&page=9999')).nothing).toBeNull();
  });
});
