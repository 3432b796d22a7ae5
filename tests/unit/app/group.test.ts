import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayRun, MOST_SHOWN, upTo } from '#app/search/group.ts';
import type { Hit } from '#lib/search/result.ts';

const run = (report: number, hits: number) => ({
  ...{ report: `r${report}`, title: '', url: '', lang: 'en', matches: hits },
  hits: Array.from({ length: hits }, () => ({}) as Hit),
});
const days: fc.Arbitrary<DayRun[]> = fc
  .array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), { maxLength: 6 })
  .map((sizes) => sizes.map((reports, day) => ({ day: `d${day}`, reports: reports.map((size, at) => run(at, size)) })));
const reportsOf = (some: DayRun[]) => some.flatMap(({ day, reports }) => reports.map((report) => ({ day, report })));
const shownOf = ({ hits }: { hits: Hit[] }) => Math.min(hits.length, MOST_SHOWN);
const shownIn = (some: DayRun[]) => reportsOf(some).reduce((sum, { report }) => sum + shownOf(report), 0);

describe('as many reports as it takes to show so many hits', () => {
  it('are the first ones, whole, none more than needed, and no day without any', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (all, most) => {
        const some = upTo(most, all);
        const reports = reportsOf(some);
        expect(reports).toEqual(reportsOf(all).slice(0, reports.length));
        const last = reports.at(-1)?.report;
        expect(shownIn(some)).toBeGreaterThanOrEqual(Math.min(most, shownIn(all)));
        expect(shownIn(some) - (last ? shownOf(last) : 0)).toBeLessThan(most);
        expect(some.every((day) => day.reports.length > 0)).toBe(true);
      }),
    );
  });

  it('are all where nothing is said', () => {
    fc.assert(
      fc.property(days, (all) => {
        expect(upTo(Number.POSITIVE_INFINITY, all)).toEqual(all);
      }),
    );
  });
});
