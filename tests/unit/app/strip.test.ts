import { describe, expect, it } from 'vitest';
import { axisLabels } from '#app/search/axis.ts';
import { tableOf } from '#app/search/table.ts';
import { histogramOf } from '#lib/search/histogram.ts';
import type { Interval } from '#lib/search/query.ts';

const strip = (from: string, to: string, interval: Interval | null = null) => histogramOf({}, interval, { from, to });

describe('the labels of the axis', () => {
  const labels = (from: string, to: string, interval: Interval | null = null) =>
    axisLabels(strip(from, to, interval)).map(({ text }) => text);

  it('are months where they fit', () => {
    expect(labels('2025-01-02', '2025-02-28')).toEqual(['Jan 2025', 'Feb 2025']);
    expect(labels('2025-01-30', '2025-03-28')).toEqual(['Feb 2025', 'Mar 2025']);
  });

  it('are round months or years where there are more', () => {
    expect(labels('2024-02-10', '2025-02-28')).toEqual(['Feb 2024', 'Apr 2024', 'Jul 2024', 'Oct 2024', 'Jan 2025']);
    expect(labels('2010-01-01', '2025-02-28')).toEqual([
      '2010',
      '2012',
      '2014',
      '2016',
      '2018',
      '2020',
      '2022',
      '2024',
    ]);
    expect(labels('1925-01-01', '2025-12-31')).toEqual(['1925', '1940', '1960', '1980', '2000', '2020']);
  });

  it('are at most eight, and stand in their order', () => {
    for (const years of [1, 2, 3, 5, 8, 13, 40, 99, 300])
      for (const interval of ['day', 'month', 'year'] as const) {
        const places = axisLabels(strip('1703-05-27', `${1703 + years}-03-01`, interval)).map(({ index }) => index);
        expect(places.length).toBeLessThanOrEqual(9);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
  });
});

describe('the table', () => {
  it('leaves empty days out and says how many', () => {
    const histogram = histogramOf({ 20000: 3, 20004: 1 }, 'day', null);
    expect(tableOf(histogram)).toEqual({
      interval: 'day',
      rows: histogram.buckets.filter(({ count }) => count > 0),
      empty: 3,
    });
  });

  it('goes by month, then by year, where the days are many', () => {
    const daily = (length: number) =>
      histogramOf(Object.fromEntries(Array.from({ length }, (_, day) => [15_000 + day, 2])), 'day', null);
    const months = tableOf(daily(900));
    expect(months.interval).toBe('month');
    expect(months.rows.reduce((sum, { count }) => sum + count, 0)).toBe(1800);
    expect(tableOf(daily(9000)).interval).toBe('year');
  });
});
