import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingDocument } from '#lib/archive/documents.ts';
import { attribute, facetIds } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { type Choice, emptyQuery, type Query } from '#lib/search/query.ts';
import type { FacetValue } from '#lib/search/result.ts';
import { formatQuery } from '#lib/search/url.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';

let archive: TestArchive;
let documents: FindingDocument[];
beforeAll(async () => {
  archive = await openTestArchive();
  await archive.index('indexer/sample/archive');
  documents = await allDocuments<FindingDocument>(archive.client, 'findings');
});
afterAll(() => archive.close());

function valuesOf(document: FindingDocument, id: FacetId): string[] {
  return document.facets[id] as string[];
}

function fitsChoice(values: string[], { only, not, op }: Choice): boolean {
  const has = (value: string) => values.includes(value);
  return !not.some(has) && (only.length === 0 || (op === 'all' ? only.every(has) : only.some(has)));
}

/** The filters as the grammar tells them, done by hand. */
function fits(document: FindingDocument, query: Query, without?: FacetId): boolean {
  const { from, to } = query;
  const { date } = document;
  if ((from || to) && (!date || (from && date < from) || (to && date > to))) return false;
  return facetIds.every((id) => {
    const { op, only } = query.filters[id];
    const own = op === 'all' ? { op, only, not: [] } : { op, only: [], not: [] };
    return fitsChoice(valuesOf(document, id), id === without ? own : query.filters[id]);
  });
}

/** Random filters of values that the archive has. */
function queries(): fc.Arbitrary<Query> {
  const choice = (id: FacetId) => {
    const known = [...new Set(documents.flatMap((document) => valuesOf(document, id)))];
    const some = fc.subarray(known, { maxLength: Math.min(2, known.length) }).map((values) => [...values].sort());
    const none = { only: [], not: [], op: 'any' as const };
    return fc.oneof(
      { weight: 2, arbitrary: fc.constant<Choice>(none) },
      { weight: 1, arbitrary: fc.record<Choice>({ only: some, not: some, op: fc.constantFrom('any', 'all') }) },
    );
  };
  const chosen = fc.record(
    Object.fromEntries(facetIds.map((id) => [id, choice(id)])) as Record<FacetId, fc.Arbitrary<Choice>>,
  );
  const days = [...new Set(documents.flatMap(({ date }) => (date ? [date] : [])))].sort();
  const dates = fc.oneof(fc.constant([null, null]), fc.subarray(days, { minLength: 2, maxLength: 2 }));
  return fc
    .tuple(chosen, dates, fc.constantFrom(3, 10, 1000))
    .map(([filters, [from = null, to = null], facetLimit]) => ({ ...emptyQuery(), filters, from, to, facetLimit }));
}

/** The values that some of the documents have, those most frequent first. */
function rankedIn(some: FindingDocument[], id: FacetId): string[] {
  const counts = new Map<string, number>();
  for (const value of some.flatMap((document) => valuesOf(document, id)).filter((one) => one !== NONE))
    counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}

/** How many values with a result lie directly in one of a tree. */
function insideBy(found: string[], outer: string): number {
  return found.filter((value) => archive.options.register.get('region', value)?.parent === outer).length;
}

/** A list begins with what is found, and is filled up with what the archive has most of. */
function expectFilled(values: FacetValue[], first: string[]): void {
  const listed = new Set(values.map(({ id }) => id));
  expect(first.filter((id) => !listed.has(id))).toEqual([]);
  expect(values.filter(({ parent }) => parent && !listed.has(parent))).toEqual([]);
}

describe('totals and counts', () => {
  it('are those of a count by hand over all documents', async () => {
    await fc.assert(
      fc.asyncProperty(queries(), async (query) => {
        const { total, facets } = await archive.find(formatQuery(query));
        expect(total).toEqual({ value: documents.filter((document) => fits(document, query)).length, relation: 'eq' });
        for (const id of facetIds) {
          const around = documents.filter((document) => fits(document, query, id));
          const { values = [], size, missing } = facets[id] ?? {};
          for (const { id: value, count } of values)
            expect(count, `${attribute(id)} ${value}`).toBe(
              around.filter((document) => valuesOf(document, id).includes(value)).length,
            );
          expect(missing).toBe(around.filter((document) => valuesOf(document, id).includes(NONE)).length);
          const found = rankedIn(around, id);
          expect(size).toBe(found.length);
          if (id === 'region') for (const one of values) expect(one.inside).toBe(insideBy(found, one.id));
          const usual = [...new Set([...found, ...rankedIn(documents, id)])].slice(0, emptyQuery().facetLimit);
          expectFilled(values, [...new Set([...found, ...usual])].slice(0, query.facetLimit));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('add up over the pages: each finding once, in the order asked for', async () => {
    const seen: string[] = [];
    const days: string[] = [];
    for (let page = 1; ; page++) {
      const { results, links } = await archive.find(`per_page=100&page=${page}`);
      seen.push(...results.map(({ id }) => id));
      days.push(...results.map(({ dates }) => dates.covered ?? ''));
      if (!links.next) break;
    }
    expect(seen.toSorted()).toEqual(documents.map(({ id }) => id).toSorted());
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('of the histogram leave the chosen days out, and add up to all that fits the rest', async () => {
    const all = await archive.find('actor=russia');
    const week = await archive.find('actor=russia&from=2025-02-10&to=2025-02-16');
    expect(week.histogram).toEqual(all.histogram);
    expect(all.histogram.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(all.total.value);
    expect(week.total.value).toBeLessThan(all.total.value);
  });

  it('reckon a span back from the newest report, not from today', async () => {
    const { index, results } = await archive.find('from=7d&sort=oldest');
    const first = results[0]?.dates.covered ?? '';
    expect(index.to).toBe('2025-02-28');
    expect(first >= '2025-02-22').toBe(true);
  });
});
