import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRegister } from '#lib/entities/register.ts';
import { facetOf } from '#lib/facets/derive.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { dayNumber } from '#lib/report/day.ts';
import { facetCounts, histogramOf } from '#lib/search/counts.ts';

const register = createRegister([]);
const none = { only: [], not: [], op: 'any' as const };

function counts(
  distribution: Record<string, number>,
  choice = none as { only: string[]; not: string[]; op: 'any' | 'all' },
  limit = 2,
) {
  return facetCounts(facetOf('actor'), distribution, choice, limit, register, new Map());
}

describe('a facet’s counts', () => {
  it('come most frequent first, tell of more, and count what has no value apart', () => {
    const { values, missing, truncated } = counts({ a: 1, b: 3, c: 2, [NONE]: 7 });
    expect(values.map(({ id }) => id)).toEqual(['b', 'c']);
    expect({ missing, truncated }).toEqual({ missing: 7, truncated: true });
  });

  it('keep what is chosen or left out, at 0 too, so that it can be taken off', () => {
    const { values } = counts({ a: 5, b: 4, c: 1 }, { only: ['gone'], not: ['c'], op: 'any' });
    expect(values.find(({ id }) => id === 'gone')).toMatchObject({ count: 0, active: true });
    expect(values.find(({ id }) => id === 'c')).toMatchObject({ count: 1, excluded: true });
  });
});

describe('the histogram', () => {
  const of = (days: Record<string, number>, interval: 'day' | 'month' | 'year' | null = null) =>
    histogramOf(Object.fromEntries(Object.entries(days).map(([day, count]) => [dayNumber(day), count])), interval);

  it('has a bucket for days of nothing too', () => {
    expect(of({ '2025-02-27': 2, '2025-03-01': 1 }).buckets).toEqual([
      { from: '2025-02-27', count: 2 },
      { from: '2025-02-28', count: 0 },
      { from: '2025-03-01', count: 1 },
    ]);
  });

  it('counts by month and year', () => {
    expect(of({ '2024-12-31': 1, '2025-02-01': 2, '2025-02-28': 3 }, 'month').buckets).toEqual([
      { from: '2024-12-01', count: 1 },
      { from: '2025-01-01', count: 0 },
      { from: '2025-02-01', count: 5 },
    ]);
    expect(of({ '2023-05-05': 1, '2025-02-01': 2 }, 'year').buckets.map(({ count }) => count)).toEqual([1, 0, 2]);
  });

  it('takes the interval that fits the span', () => {
    expect(of({ '2025-01-01': 1, '2025-03-01': 1 }).interval).toBe('day');
    expect(of({ '2022-01-01': 1, '2025-03-01': 1 }).interval).toBe('month');
    expect(of({ '1990-01-01': 1, '2025-03-01': 1 }).interval).toBe('year');
    expect(of({}).buckets).toEqual([]);
  });

  it('loses no finding, whatever the interval', () => {
    const distribution = fc.dictionary(
      fc.integer({ min: 9000, max: 21_000 }).map(String),
      fc.integer({ min: 1, max: 9 }),
      { maxKeys: 20 },
    );
    fc.assert(
      fc.property(distribution, fc.constantFrom('day', 'month', 'year'), (days, interval) => {
        const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
        expect(sum(histogramOf(days, interval as 'day').buckets.map(({ count }) => count))).toBe(
          sum(Object.values(days)),
        );
      }),
    );
  });
});
