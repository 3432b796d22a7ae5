import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetOf } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { type Distribution, facetCounts } from '#lib/search/counts.ts';
import type { Choice } from '#lib/search/query.ts';
import type { FacetCounts } from '#lib/search/result.ts';
import { smallRegister } from '../register.ts';

const none: Pick<Choice, 'only' | 'not'> = { only: [], not: [] };

interface Asked {
  facet?: FacetId;
  choice?: Pick<Choice, 'only' | 'not'>;
  limit?: number;
  ranked?: string[];
  filled?: number;
}

function counts(
  distribution: Distribution,
  { facet = 'actor', choice = none, limit = 2, ranked = [], filled = limit }: Asked = {},
) {
  const listing = { limit, ranked, filled, register: smallRegister, sources: new Map() };
  return facetCounts(facetOf(facet), distribution, choice, listing);
}
const idsOf = ({ values }: FacetCounts) => values.map(({ id }) => id);

describe('a facet’s counts', () => {
  it('come most frequent first, tell of more, and count what has no value apart', () => {
    const { values, missing, size, truncated } = counts({ a: 1, b: 3, c: 2, [NONE]: 7 });
    expect(values.map(({ id }) => id)).toEqual(['b', 'c']);
    expect({ missing, size, truncated }).toEqual({ missing: 7, size: 3, truncated: true });
  });

  it('keep what is chosen or left out, at 0 too, so that it can be taken off', () => {
    const { values } = counts({ a: 5, b: 4, c: 1 }, { choice: { only: ['gone'], not: ['c'] } });
    expect(values.find(({ id }) => id === 'gone')).toMatchObject({ count: 0, active: true });
    expect(values.find(({ id }) => id === 'c')).toMatchObject({ count: 1, excluded: true });
  });
});

describe('a facet of which “not tagged” is chosen', () => {
  it('lists as many values besides it', () => {
    const choice = { only: [NONE], not: [] };
    expect(idsOf(counts({ a: 3, b: 2, c: 1, [NONE]: 9 }, { limit: 2, choice }))).toEqual([NONE, 'a', 'b']);
  });
});

describe('a list of fewer values than it has place for', () => {
  const ranked = ['b', 'a', 'd', 'c'];

  it('is filled up with the most frequent of the archive, at 0', () => {
    const { values, size, truncated } = counts({ a: 1, [NONE]: 3 }, { limit: 3, ranked });
    expect(values.map(({ id, count }) => [id, count])).toEqual([
      ['a', 1],
      ['b', 0],
      ['d', 0],
    ]);
    expect({ size, truncated }).toEqual({ size: 1, truncated: false });
  });

  it('is filled to the length told, however long it may be', () => {
    const many = Array.from({ length: 30 }, (_, at) => `v${String(at).padStart(2, '0')}`);
    expect(idsOf(counts({ v20: 1 }, { limit: 200, filled: 10, ranked: many }))).toEqual(['v20', ...many.slice(0, 9)]);
    const found = Object.fromEntries(many.slice(0, 15).map((id) => [id, 1]));
    expect(idsOf(counts(found, { limit: 200, filled: 10, ranked: many }))).toEqual(many.slice(0, 15));
  });

  it('has no value twice, and what is chosen beyond its place', () => {
    const chosen = { only: ['gone'], not: ['c'] };
    expect(idsOf(counts({ a: 1 }, { limit: 2, ranked, choice: chosen }))).toEqual(['a', 'b', 'c', 'gone']);
    expect(idsOf(counts({}, { limit: 9, ranked }))).toEqual(ranked);
  });

  it('is left alone where the values found fill it', () => {
    expect(idsOf(counts({ x: 2, y: 1, z: 1 }, { ranked }))).toEqual(['x', 'y']);
  });
});

describe('the counts of a tree', () => {
  const regions = { ukraine: 9, russia: 8, 'donetsk-oblast': 5, donetsk: 5, 'velyka-novosilka': 1, kyiv: 2 };
  const inRegions = (asked: Asked) => counts(regions, { facet: 'region', ...asked });

  it('list no value without what it lies in, whatever is cut or chosen', () => {
    expect(idsOf(inRegions({ limit: 1, choice: { only: ['velyka-novosilka'], not: [] } }))).toEqual([
      'ukraine',
      'donetsk-oblast',
      'velyka-novosilka',
    ]);
    const zero = counts({}, { facet: 'region', limit: 1, ranked: ['kursk'] });
    expect(zero.values).toMatchObject([
      { id: 'kursk', count: 0, parent: 'kursk-oblast' },
      { id: 'kursk-oblast', count: 0, parent: 'russia' },
      { id: 'russia', count: 0, parent: null },
    ]);
  });

  it('tell how many values with a result lie directly in each', () => {
    const inside = Object.fromEntries(inRegions({ limit: 9 }).values.map((value) => [value.id, value.inside]));
    expect(inside).toMatchObject({ ukraine: 2, russia: 0, 'donetsk-oblast': 2, donetsk: 0 });
    expect(counts({ russia: 1 }).values[0]).not.toHaveProperty('inside');
  });

  it('never list a place alone, for any counts', () => {
    const places = smallRegister.all('region').map(({ id }) => id);
    const distribution = fc.dictionary(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(distribution, fc.subarray(places), fc.integer({ min: 1, max: 6 }), (found, only, limit) => {
        const choice = { only, not: [] };
        const { values } = counts(found, { facet: 'region', limit, choice, ranked: places });
        const listed = new Set(values.map(({ id }) => id));
        expect(listed.size).toBe(values.length);
        expect(values.filter(({ parent }) => parent && !listed.has(parent))).toEqual([]);
        expect(only.filter((id) => !listed.has(id))).toEqual([]);
        expect(values.length).toBeGreaterThanOrEqual(Math.min(limit, places.length));
      }),
    );
  });
});
