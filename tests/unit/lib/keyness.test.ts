import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyness, outstanding } from '#lib/search/keyness.ts';

const shares = fc
  .tuple(fc.nat(1000), fc.nat(1000), fc.nat(5000), fc.nat(5000))
  .map(([count, without, rest, restWithout]) => ({
    count,
    of: count + without,
    countInAll: count + rest,
    ofAll: count + without + rest + restWithout,
  }));

describe('keyness', () => {
  it('is that of the published formula', () => {
    // 10 of 20 against 10 of 180: 2 * (10 ln 5 + 10 ln (10/18) + 10 ln (10/18) + 170 ln (170/162))
    const expected = 2 * (10 * Math.log(5) + 20 * Math.log(10 / 18) + 170 * Math.log(170 / 162));
    expect(keyness({ count: 10, of: 20, countInAll: 20, ofAll: 200 })).toBeCloseTo(expected, 9);
  });

  it('is 0 where the share is no higher than in the rest, and never negative', () => {
    fc.assert(
      fc.property(shares, (one) => {
        const value = keyness(one);
        const { count, of, countInAll, ofAll } = one;
        const [share, shareOfRest] = [count / of, (countInAll - count) / (ofAll - of)];
        expect(value).toBeGreaterThanOrEqual(0);
        if (share <= shareOfRest) expect(value).toBe(0);
        else if (share > 1.1 * shareOfRest) expect(value).toBeGreaterThan(0);
      }),
    );
  });

  it('is 0 for the whole archive: nothing stands out of itself', () => {
    expect(keyness({ count: 30, of: 100, countInAll: 30, ofAll: 100 })).toBe(0);
  });
});

describe('what stands out', () => {
  const thing = (id: string, count: number, countInAll: number) => ({ id, count, of: 50, countInAll, ofAll: 1000 });

  it('leaves out what is rare or may be chance, and puts the surest first', () => {
    const things = [thing('common', 25, 500), thing('rare', 2, 2), thing('some', 20, 60), thing('all of it', 30, 30)];
    expect(outstanding(things, 5).map(({ id }) => id)).toEqual(['all of it', 'some']);
    expect(outstanding(things, 1)).toHaveLength(1);
  });
});
