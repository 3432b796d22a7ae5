import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { counted } from '#app/format.ts';
import { entryId } from '#app/search/group.ts';
import { facetIds } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { formatQuery } from '#lib/search/url.ts';
import { expect, test } from './fixtures.ts';

const RUNS = 300;
/** Words of the sample, misspelt ones, and such as it does not have. */
const WORDS = [
  'drone',
  'refinery',
  'Kursk',
  'Zelenskyy',
  'Зеленський',
  'Donetsk',
  'ceasfire',
  'zzzzqq',
  '"North Korea"',
  '-energy',
];

/** Random searches of what the archive has: words, values chosen and left out, dates, order, page. */
function queries({ facets, histogram }: Result): fc.Arbitrary<Query> {
  const choice = (id: FacetId) => {
    const values = ['_none', ...(facets[id]?.values.map((value) => value.id) ?? [])];
    const some = fc.uniqueArray(fc.constantFrom(...values), { maxLength: 2 }).map((ids) => ids.sort());
    const none = fc.constant<string[]>([]);
    const mostlyNone = fc.oneof({ weight: 5, arbitrary: none }, { weight: 1, arbitrary: some });
    return fc.record({ only: mostlyNone, not: mostlyNone, op: fc.constantFrom('any' as const, 'all' as const) });
  };
  const filters = Object.fromEntries(facetIds.map((id) => [id, choice(id)])) as {
    [id in FacetId]: ReturnType<typeof choice>;
  };
  const day = fc.constantFrom(...histogram.buckets.map(({ from }) => from));
  const span = fc.oneof(
    fc.constant({ from: null, to: null }),
    fc.tuple(day, day).map((days) => ({ from: days.sort()[0] ?? null, to: days[1] ?? null })),
    fc.constantFrom('7d', '1m').map((from) => ({ from, to: null })),
  );
  return fc
    .record({
      q: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 2 }).map((words) => words.join(' ')),
      type: fc.constantFrom('finding' as const, 'finding' as const, 'report' as const),
      filters: fc.record(filters),
      span,
      date: fc.constantFrom('covered' as const, 'covered' as const, 'archived' as const),
      sort: fc.constantFrom(null, 'newest' as const, 'oldest' as const),
      page: fc.constantFrom(1, 1, 2),
      exact: fc.boolean(),
    })
    .map(({ span: days, ...rest }) => ({ ...emptyQuery(), ...rest, ...days }));
}

test(`page and API agree on total and order for ${RUNS} random searches`, async ({ request, api }) => {
  test.setTimeout(240_000);
  const all = await api('facet_limit=50');
  let withHits = 0;
  await fc.assert(
    fc.asyncProperty(queries(all), async (query) => {
      const search = formatQuery(query);
      const { total, results, nothing } = await api(search);
      const page = await request.get(`/?${search}`);
      expect(page.status(), search).toBe(200);
      const { document } = parseHTML(await page.text());
      const sentence = document.querySelector('h1')?.textContent ?? '';
      const told = total.value === 0 ? /^No / : new RegExp(`^${counted(total.value, query.type)}\\b`);
      expect(sentence, search).toMatch(told);
      const ids = [...document.querySelectorAll('article')].map(({ id }) => id);
      expect(ids, search).toEqual((nothing?.closest ?? results).map(entryId));
      if (results.length > 1) withHits += 1;
    }),
    { numRuns: RUNS },
  );
  expect(withHits, 'searches with hits to compare').toBeGreaterThan(RUNS / 5);
});
