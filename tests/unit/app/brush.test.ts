import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, daysOf, dragged, edgesOf, keyed } from '#app/search/brush.ts';
import { histogramOf } from '#lib/search/histogram.ts';
import { intervals } from '#lib/search/interval.ts';
import type { Interval } from '#lib/search/query.ts';

const scale = (from: string, to: string, interval: Interval) => histogramOf({}, interval, { from, to });
const days = scale('2024-12-01', '2025-03-31', 'day');
const months = scale('2024-03-01', '2025-12-31', 'month');

describe('columns and days', () => {
  it('are the same thing in two ways', () => {
    fc.assert(
      fc.property(fc.constantFrom(...intervals), fc.nat(800), fc.nat(800), (interval, one, other) => {
        const strip = scale('2022-05-17', '2025-02-10', interval);
        const last = strip.buckets.length - 1;
        const columns = { first: Math.min(one, other, last), last: Math.min(Math.max(one, other), last) };
        const chosen = daysOf(columns, strip);
        expect(columnsOf(chosen, strip)).toEqual(columns);
        expect(edgesOf(chosen, strip)).toEqual([columns.first, columns.last + 1]);
      }),
    );
  });

  it('end with the last day of a month or year', () => {
    expect(daysOf({ first: 10, last: 11 }, months)).toEqual({ from: '2025-01-01', to: '2025-02-28' });
    expect(daysOf({ first: 0, last: 0 }, scale('2024-03-01', '2025-12-31', 'year'))).toEqual({
      from: '2024-01-01',
      to: '2024-12-31',
    });
  });

  it('have no limit where all are chosen', () => {
    expect(daysOf({ first: 0, last: 21 }, months)).toEqual({ from: null, to: null });
    expect(columnsOf({ from: null, to: null }, months)).toEqual({ first: 0, last: 21 });
  });

  it('may begin and end within a month, or beyond the strip', () => {
    expect(edgesOf({ from: '2025-01-16', to: '2025-02-14' }, months)).toEqual([10 + 15 / 31, 11.5]);
    expect(columnsOf({ from: '2025-01-16', to: '2025-02-14' }, months)).toEqual({ first: 10, last: 11 });
    expect(edgesOf({ from: '1925-01-01', to: '2099-01-01' }, days)).toEqual([0, 121]);
    expect(columnsOf({ from: '2099-01-01', to: null }, days)).toEqual({ first: 120, last: 120 });
  });
});

describe('a drag', () => {
  const start = { first: 10, last: 19 };

  it('makes new columns, in either direction and no further than the strip', () => {
    expect(dragged('new', start, 3.7, 6.2, 30)).toEqual({ first: 3, last: 6 });
    expect(dragged('new', start, 6.2, 3.7, 30)).toEqual({ first: 3, last: 6 });
    expect(dragged('new', start, 6.2, 40, 30)).toEqual({ first: 6, last: 29 });
  });

  it('moves an end, past the other one too', () => {
    expect(dragged('first', start, 10, 12.4, 30)).toEqual({ first: 12, last: 19 });
    expect(dragged('first', start, 10, 25, 30)).toEqual({ first: 19, last: 25 });
    expect(dragged('last', start, 20, 4, 30)).toEqual({ first: 3, last: 10 });
  });

  it('moves all as they are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: -50, max: 80, noNaN: true }),
        (from, to) => {
          const { first, last } = dragged('whole', start, from, to, 30);
          expect(last - first).toBe(9);
          expect(first >= 0 && last < 30).toBe(true);
        },
      ),
    );
    expect(dragged('whole', start, 12, 14.1, 30)).toEqual({ first: 12, last: 21 });
  });
});

describe('a key', () => {
  const at = (day: string) => days.buckets.findIndex(({ from }) => from === day);
  const start = { first: at('2025-01-31'), last: at('2025-03-15') };
  const dayAfter = (key: string, end: 'first' | 'last') => {
    const columns = keyed(key, end, start, days);
    return columns && days.buckets[columns[end]]?.from;
  };

  it('goes on by a day, by a month of the calendar, and to the end', () => {
    expect(dayAfter('ArrowRight', 'first')).toBe('2025-02-01');
    expect(dayAfter('ArrowDown', 'last')).toBe('2025-03-14');
    expect(dayAfter('PageUp', 'first')).toBe('2025-02-28');
    expect(dayAfter('PageDown', 'last')).toBe('2025-02-15');
    expect(dayAfter('Home', 'first')).toBe('2024-12-01');
    expect(dayAfter('End', 'last')).toBe('2025-03-31');
  });

  it('stops at the other end and at the strip’s', () => {
    expect(dayAfter('End', 'first')).toBe('2025-03-15');
    expect(dayAfter('Home', 'last')).toBe('2025-01-31');
    expect(dayAfter('PageUp', 'last')).toBe('2025-03-31');
    expect(keyed('ArrowLeft', 'first', { first: 0, last: 5 }, days)).toEqual({ first: 0, last: 5 });
  });

  it('leaps a year where the columns are months', () => {
    expect(keyed('PageUp', 'last', { first: 2, last: 4 }, months)).toEqual({ first: 2, last: 16 });
  });

  it('that means nothing here changes nothing', () => {
    expect(keyed('a', 'first', start, days)).toBeNull();
    expect(keyed('Tab', 'last', start, days)).toBeNull();
  });
});
