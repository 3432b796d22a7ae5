import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byReport } from '#lib/search/by-report.ts';
import type { FindingHit, Hit } from '#lib/search/result.ts';

function finding(report: string, number: number): FindingHit {
  return { type: 'finding', id: `${report}-${number}`, report: { id: report, matches: 1 } } as FindingHit;
}

const hits = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 })
  .map((reports) => reports.map((report, place) => finding(report, place)));

const reportOf = (hit: Hit) => (hit.type === 'finding' ? hit.report.id : hit.id);

describe('hits by their reports', () => {
  it('stand together where the first of each stood, in their order', () => {
    const mixed = [finding('a', 1), finding('b', 1), finding('a', 2), finding('c', 1), finding('b', 2)];
    expect(byReport(mixed, null).map(({ id }) => id)).toEqual(['a-1', 'a-2', 'b-1', 'b-2', 'c-1']);
  });

  it('are the same hits, each report in one piece, the reports in the order of their best', () => {
    fc.assert(
      fc.property(hits, (given) => {
        const grouped = byReport(given, null);
        expect(grouped.map(({ id }) => id).toSorted()).toEqual(given.map(({ id }) => id).toSorted());
        const pieces = grouped.map(reportOf).filter((report, place, all) => report !== all[place - 1]);
        expect(pieces).toEqual([...new Set(given.map(reportOf))]);
        for (const report of pieces) {
          const ids = (list: Hit[]) => list.filter((hit) => reportOf(hit) === report).map(({ id }) => id);
          expect(ids(grouped)).toEqual(ids(given));
        }
      }),
    );
  });

  it('that are together already stay as they are', () => {
    fc.assert(
      fc.property(hits, (given) => {
        const grouped = byReport(given, null);
        expect(byReport(grouped, null)).toEqual(grouped);
      }),
    );
  });

  it('tell how many the search finds in their report: as counted, or as many as there are here', () => {
    const matchesOf = (list: Hit[]) => list.map((hit) => (hit.type === 'finding' ? hit.report.matches : null));
    const two = [finding('a', 1), finding('b', 1), finding('a', 2)];
    expect(matchesOf(byReport(two, null))).toEqual([2, 2, 1]);
    expect(matchesOf(byReport(two, { a: 7, b: 1 }))).toEqual([7, 7, 1]);
  });
});
