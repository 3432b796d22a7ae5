import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber } from '#lib/report/day.ts';
import { gapsIn } from '#lib/search/gaps.ts';

const FIRST = dayNumber('2025-03-01');

describe('days without a report', () => {
  it('are told as spans, in their order', () => {
    const perDay = { [FIRST]: 2, [FIRST + 1]: 1, [FIRST + 5]: 1, [FIRST + 7]: 3 };
    expect(gapsIn(perDay, '2025-03-01', '2025-03-09')).toEqual({
      days: 5,
      spans: [
        { from: '2025-03-03', to: '2025-03-05' },
        { from: '2025-03-07', to: '2025-03-07' },
        { from: '2025-03-09', to: '2025-03-09' },
      ],
    });
  });

  it('are all of them outside of what the archive covers', () => {
    expect(gapsIn({ [FIRST]: 1 }, '1999-01-01', '1999-12-31')).toEqual({
      days: 365,
      spans: [{ from: '1999-01-01', to: '1999-12-31' }],
    });
  });

  it('are exactly those that no report covers', () => {
    const someDays = fc.uniqueArray(fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(someDays, (covered) => {
        const perDay = Object.fromEntries(covered.map((day) => [FIRST + day, 1]));
        const { days, spans } = gapsIn(perDay, dayOfNumber(FIRST), dayOfNumber(FIRST + 12));
        const found = spans.flatMap(({ from, to }) =>
          Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, at) => dayNumber(from) - FIRST + at),
        );
        const expected = Array.from({ length: 13 }, (_, day) => day).filter((day) => !covered.includes(day));
        expect(days).toBe(expected.length);
        expect(found).toEqual(found.toSorted((a, b) => a - b));
        expect(expected).toEqual(expect.arrayContaining(found));
        if (spans.length < 5) expect(found).toEqual(expected);
      }),
    );
  });
});
