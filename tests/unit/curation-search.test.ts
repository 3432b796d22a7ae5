import { describe, expect, it } from 'vitest';
import { curateBy, parseOverrides } from '#lib/entities/overrides-file.ts';
import { attribute } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { parseFacetSearch } from '#lib/search/facet-url.ts';
import { facetValues, valuesWithin } from '#lib/search/facet-values.ts';
import { followMerges } from '#lib/search/merged.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import type { Answers } from '#lib/search/response.ts';
import { smallRegister } from './register.ts';

const sources = new Map([['vorna', 'Vorna Bulletin']]);

function answers(facet: FacetId, counts: Record<string, number>): Answers {
  const answer = { indexUid: 'findings', hits: [], facetDistribution: { [attribute(facet)]: counts } };
  return new Map([['counts', answer as never]]);
}

function valuesOf(name: string, counts: Record<string, number> = {}, facet: FacetId = 'region', facetLimit = 10) {
  const words = { register: smallRegister, sources };
  return facetValues(facet, name, { ...emptyQuery(), facetLimit }, answers(facet, counts), words);
}
const ids = (name: string, counts?: Record<string, number>) => valuesOf(name, counts).values.map(({ id }) => id);

describe('the values of a facet by a name', () => {
  it('are those with an alias that begins so, in any script, with the alias that was meant', () => {
    expect(valuesOf('доне', { donetsk: 3 }).values).toMatchObject([
      { id: 'donetsk', label: 'Donetsk', alias: 'Донецьк', count: 3 },
    ]);
    expect(valuesOf('zelensk', {}, 'actor').values).toMatchObject([{ id: 'volodymyr-zelensky', count: 0 }]);
  });

  it('are also those with a later word that begins so, and those of which it is a case form', () => {
    expect(ids('novo')).toEqual(['velyka-novosilka']);
    expect(ids('Донецьку')).toEqual(['donetsk']);
    expect(ids('ovosilka')).toEqual([]);
  });

  it('come by their counts, those of no result last, and say when there are more', () => {
    expect(ids('k', { kursk: 2, 'kursk-oblast': 5 })).toEqual(['kursk-oblast', 'kursk', 'kyiv', 'north-korea']);
    const few = valuesOf('k', { kursk: 2 }, 'region', 2);
    expect(few.values).toHaveLength(2);
    expect(few.truncated).toBe(true);
    expect(valuesOf('k').truncated).toBe(false);
  });

  it('are of sources by what they are called', () => {
    expect(valuesOf('bull', { vorna: 4, other: 9 }, 'source').values).toMatchObject([{ id: 'vorna', count: 4 }]);
  });

  it('are asked for with a name and the parameters of a search, and nothing else', () => {
    const ask = (search: string, facet: FacetId = 'region') => parseFacetSearch(facet, new URLSearchParams(search));
    const problems = (search: string, facet?: FacetId) => {
      const parsed = ask(search, facet);
      return parsed.ok ? [] : parsed.problems.map(({ code, param }) => `${code} ${param}`);
    };
    expect(ask('name=ky&q=drone&facet_limit=5')).toMatchObject({
      ...{ ok: true, name: 'ky' },
      query: { q: 'drone', facetLimit: 5 },
    });
    expect(problems('q=drone')).toEqual(['bad_value name']);
    expect(problems('name=--')).toEqual(['bad_value name']);
    expect(problems('name=a&name=b')).toEqual(['repeated_parameter name']);
    expect(problems('name=ky&colour=red')).toEqual(['unknown_parameter colour']);
    expect(ask('within=ukraine&q=drone')).toMatchObject({ ok: true, within: 'ukraine', query: { q: 'drone' } });
    expect(ask('within=ukraine')).not.toHaveProperty('name');
    expect(problems('within=a b')).toEqual(['bad_value within']);
    expect(problems('within=ukraine&name=ky')).toEqual(['bad_value within']);
    expect(problems('within=a&within=b')).toEqual(['repeated_parameter within']);
    expect(problems('within=ukraine', 'actor')).toEqual(['bad_value within']);
  });
});

describe('the values within one of a tree', () => {
  const counts = { ukraine: 9, 'donetsk-oblast': 5, donetsk: 2, 'velyka-novosilka': 4, kyiv: 3, moscow: 7, _none: 1 };
  const within = (id: string, query: Partial<Query> = {}) =>
    valuesWithin('region', id, { ...emptyQuery(), ...query }, answers('region', counts), {
      register: smallRegister,
      sources,
    });

  it('are those directly in it, most frequent first, each with how many lie in it in turn', () => {
    expect(within('ukraine').values).toMatchObject([
      { id: 'donetsk-oblast', count: 5, parent: 'ukraine', inside: 2 },
      { id: 'kyiv', count: 3, parent: 'ukraine', inside: 0 },
    ]);
    expect(within('donetsk-oblast').values.map(({ id }) => id)).toEqual(['velyka-novosilka', 'donetsk']);
    expect(within('kyiv')).toMatchObject({ facet: 'region', within: 'kyiv', values: [], truncated: false });
  });

  it('are listed up to the limit, and say when there are more', () => {
    const one = within('ukraine', { facetLimit: 1 });
    expect(one.values.map(({ id }) => id)).toEqual(['donetsk-oblast']);
    expect(one.truncated).toBe(true);
  });
});

describe('filters by what was merged', () => {
  const text = '- merge: {facet: region, from: [kursk], into: moscow}';
  const register = curateBy(smallRegister, parseOverrides(text, 'x'));
  const query = emptyQuery();
  const asking = (only: string[]) => ({
    ...query,
    filters: { ...query.filters, region: { only, not: ['kursk'], op: 'all' as const } },
  });

  it('go by what it was merged into, once, and say so', () => {
    const followed = followMerges(asking(['kursk', 'kyiv', 'moscow']), register);
    expect(followed.query.filters.region).toEqual({ only: ['kyiv', 'moscow'], not: ['moscow'], op: 'all' });
    expect(followed.notes[0]).toBe('“kursk” is now part of “Moscow”.');
  });

  it('so do the lines of a trend', () => {
    const compare = ['region:kursk', 'q:kursk', 'region:moscow', 'lang:kursk'];
    const followed = followMerges({ ...query, compare }, register);
    expect(followed.query.compare).toEqual(['region:moscow', 'q:kursk', 'lang:kursk']);
  });

  it('are left alone where nothing was', () => {
    expect(followMerges(asking(['kursk']), smallRegister)).toEqual({ query: asking(['kursk']), notes: [] });
  });
});
