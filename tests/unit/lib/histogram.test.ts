import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber } from '#lib/report/day.ts';
import { histogramOf, spanOfDays, undatedOf } from '#lib/search/histogram.ts';
import { bucketEnd, intervals } from '#lib/search/interval.ts';

type Days = Record<string, number>;

const numbered = (days: Days) =>
  Object.fromEntries(Object.entries(days).map(([day, count]) => [dayNumber(day), count]));
const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
const counts = fc.dictionary(fc.integer({ min: 9000, max: 21_000 }).map(String), fc.integer({ min: 1, max: 9 }), {
  maxKeys: 20,
});

describe('the histogram', () => {
  const of = (days: Days, interval: 'day' | 'month' | 'year' | null = null) =>
    histogramOf(numbered(days), interval, null);

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

  it('takes the interval that fits the span, and none too fine for it', () => {
    expect(of({ '2025-01-01': 1, '2025-03-01': 1 }).interval).toBe('day');
    expect(of({ '2022-01-01': 1, '2025-03-01': 1 }).interval).toBe('month');
    expect(of({ '1990-01-01': 1, '2025-03-01': 1 }).interval).toBe('year');
    expect(of({ '1800-01-01': 1, '2025-03-01': 1 }, 'day').interval).toBe('month');
    expect(of({}).buckets).toEqual([]);
  });

  it('covers the span that it is given, and counts what lies outside it apart', () => {
    const span = { from: '2025-02-01', to: '2025-02-03' };
    const days = numbered({ '2025-01-31': 4, '2025-02-02': 2, '2025-03-01': 1 });
    expect(histogramOf(days, null, span)).toEqual({
      interval: 'day',
      buckets: [
        { from: '2025-02-01', count: 0 },
        { from: '2025-02-02', count: 2 },
        { from: '2025-02-03', count: 0 },
      ],
      before: 4,
      after: 1,
    });
  });

  it('loses no finding, whatever the interval and the span', () => {
    const narrow = { from: '2002-11-09', to: '2011-01-26' };
    fc.assert(
      fc.property(counts, fc.constantFrom(...intervals), fc.boolean(), (days, interval, isNarrow) => {
        const { buckets, before, after } = histogramOf(days, interval, isNarrow ? narrow : null);
        expect(before + sum(buckets.map(({ count }) => count)) + after).toBe(sum(Object.values(days)));
      }),
    );
  });

  it('has buckets that follow one another without gaps', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(...intervals), (days, interval) => {
        const { buckets } = histogramOf(days, interval, null);
        const apart = buckets
          .slice(1)
          .map(({ from }, index) => dayNumber(from) - dayNumber(bucketEnd(buckets[index]?.from ?? '', interval)));
        expect(apart.filter((number) => number !== 1)).toEqual([]);
      }),
    );
  });
});

describe('the span of the archive', () => {
  const span = (days: Days) => spanOfDays(numbered(days));
  const daily = Object.fromEntries(Array.from({ length: 60 }, (_, day) => [dayOfNumber(20_090 + day), 1]));
  const [first, last] = [dayOfNumber(20_090), dayOfNumber(20_149)];

  it('is from the first day to the last', () => {
    expect(span(daily)).toEqual({ from: first, to: last });
    expect(span({ '2025-02-03': 1 })).toEqual({ from: '2025-02-03', to: '2025-02-03' });
    expect(span({})).toBeNull();
  });

  it('leaves a few mistyped days out, at either end and at both', () => {
    expect(span({ ...daily, '1925-02-03': 1 })).toEqual({ from: first, to: last });
    expect(span({ ...daily, '2099-02-03': 1 })).toEqual({ from: first, to: last });
    expect(span({ ...daily, '1925-02-03': 1, '2099-02-03': 1 })).toEqual({ from: first, to: last });
    expect(span({ ...daily, '1825-02-03': 1, '1925-02-03': 1 })).toEqual({ from: first, to: last });
  });

  it('keeps days that are many, near, or no further off than all else is long', () => {
    expect(span({ ...daily, '1925-02-03': 12 })).toEqual({ from: '1925-02-03', to: last });
    expect(span({ ...daily, '2024-06-01': 1 })).toEqual({ from: '2024-06-01', to: last });
    const years = Object.fromEntries(Array.from({ length: 30 }, (_, year) => [`${1996 + year}-01-01`, 1]));
    expect(span({ ...years, '1970-01-01': 1 })).toEqual({ from: '1970-01-01', to: '2025-01-01' });
  });
});

describe('how many have no day', () => {
  it('is what the days leave of the total, as exact as that', () => {
    expect(undatedOf({ 20000: 3, 20001: 4 }, { value: 10, relation: 'eq' })).toEqual({ value: 3, relation: 'eq' });
    expect(undatedOf({}, { value: 1_000_000, relation: 'gte' })).toEqual({ value: 1_000_000, relation: 'gte' });
  });

  it('is not guessed where there are more days than the engine counts', () => {
    const days = Object.fromEntries(Array.from({ length: 10_000 }, (_, day) => [10_000 + day, 1]));
    expect(undatedOf(days, { value: 12_000, relation: 'eq' })).toEqual({ value: 0, relation: 'gte' });
  });
});
