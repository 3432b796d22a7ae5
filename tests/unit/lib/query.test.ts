import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetIds } from '#lib/facets/derive.ts';
import { dayOfNumber } from '#lib/report/day.ts';
import { params } from '#lib/search/params.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import { formatQuery, parseQuery } from '#lib/search/url.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8})?$/);
const ids = fc.uniqueArray(fc.oneof(id, fc.constant('_none')), { maxLength: 3 }).map((list) => list.sort());
const choice = fc.record({ only: ids, not: ids, op: fc.constantFrom('any' as const, 'all' as const) });
const day = fc.integer({ min: 0, max: 40_000 }).map(dayOfNumber);
const words = fc.array(fc.stringMatching(/^[\p{L}"-]{1,8}$/u), { maxLength: 5 }).map((list) => list.join(' ').trim());

const query: fc.Arbitrary<Query> = fc
  .record({
    q: words,
    type: fc.constantFrom('finding', 'report'),
    group: fc.option(fc.constantFrom('ferry-0a1b2c3d4e', 'x'), { nil: null }),
    filters: fc.record(
      Object.fromEntries(facetIds.map((facet) => [facet, choice])) as Record<(typeof facetIds)[number], typeof choice>,
    ),
    report: fc.option(fc.constantFrom('daily-2025-01-02-0a1b2c3d4e', 'x'), { nil: null }),
    date: fc.constantFrom('covered', 'published', 'archived'),
    from: fc.oneof(fc.constant(null), day, fc.constantFrom('7d', '3m', '1y')),
    to: fc.oneof(fc.constant(null), day),
    since: fc.option(fc.constantFrom('2025-03-01T02:27:00Z', '2025-03-01T02:27:00.123Z'), { nil: null }),
    sort: fc.constantFrom(null, 'relevance', 'newest', 'oldest'),
    page: fc.integer({ min: 1, max: 500 }),
    perPage: fc.integer({ min: 1, max: 100 }),
    exact: fc.boolean(),
    facets: fc.oneof(
      fc.constant(null),
      fc.subarray(facetIds).map((list) => facetIds.filter((facet) => list.includes(facet))),
    ),
    facetLimit: fc.integer({ min: 1, max: 1000 }),
    interval: fc.constantFrom(null, 'day', 'month', 'year'),
    compare: fc.uniqueArray(fc.constantFrom('actor:russia', 'region:_none', 'q:drone strike', 'q:"Kursk Oblast" -x'), {
      maxLength: 5,
    }),
  } as const)
  .filter(({ from, to }) => !(from && to && from.includes('-') && from > to)) as fc.Arbitrary<Query>;

function parse(search: string) {
  return parseQuery(new URLSearchParams(search));
}

function problemsOf(search: string) {
  const parsed = parse(search);
  return parsed.ok ? [] : parsed.problems.map(({ code, param }) => ({ code, param }));
}

describe('a query and its address', () => {
  it('says the same in both directions', () => {
    fc.assert(
      fc.property(query, (one) => void expect(parse(formatQuery(one))).toEqual({ ok: true, query: one })),
      { numRuns: 500 },
    );
  });

  it('writes no defaults', () => {
    expect(formatQuery(emptyQuery())).toBe('');
  });

  it('has one order, whatever the order it was written in', () => {
    const one = parse('to=2025-02-28&q=x&actor=b&from=2025-02-01&actor=a');
    expect(one.ok && formatQuery(one.query)).toBe('q=x&actor=a&actor=b&from=2025-02-01&to=2025-02-28');
  });

  it('takes empty values, as forms send them, for none', () => {
    expect(parse('q=&from=&to=&actor=')).toEqual({ ok: true, query: emptyQuery() });
  });

  it('takes words to compare as a form sends them, without a prefix', () => {
    const parsed = parse('compare=drone++strike&compare=q:drone+strike&compare=actor:russia&compare=');
    expect(parsed.ok && parsed.query.compare).toEqual(['q:drone strike', 'actor:russia']);
    expect(problemsOf('compare=actr:russia')).toEqual([{ code: 'bad_value', param: 'compare' }]);
    expect(problemsOf('compare=a&compare=b&compare=c&compare=d&compare=e&compare=f')).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (search) => void expect(parse(search)).toHaveProperty('ok')));
  });
});

describe('a wrong address', () => {
  it('with the end before the beginning is put right, where nothing else is wrong', () => {
    const wrong = parse('q=x&from=2025-03-01&to=2025-02-01');
    expect(wrong.ok || wrong.problems[0]?.instead).toBe('q=x&from=2025-02-01&to=2025-03-01');
    const worse = parse('q=x&bogus=1&from=2025-03-01&to=2025-02-01');
    expect(worse.ok || worse.problems.map(({ instead }) => instead)).toEqual([undefined, undefined]);
  });

  it('is one with more values than a reader chooses', () => {
    const values = (count: number) => Array.from({ length: count }, (_, at) => `lang=x${at}`).join('&');
    expect(problemsOf(values(50))).toEqual([]);
    expect(problemsOf(values(51))).toEqual([{ code: 'bad_value', param: 'lang' }]);
  });

  it('names a parameter that does not exist, and one that may be meant', () => {
    const parsed = parse('actr=x');
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([
      { code: 'unknown_parameter', param: 'actr', hint: 'Did you mean “actor”?' },
    ]);
  });

  it.each([
    ['from=2025-02-30', 'from'],
    ['to=7d', 'to'],
    ['from=yesterday', 'from'],
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['per_page=101', 'per_page'],
    ['sort=best', 'sort'],
    ['type=findings', 'type'],
    ['date=written', 'date'],
    ['exact=yes', 'exact'],
    ['actor_op=both', 'actor_op'],
    ['actor=a%22%20OR%20b', 'actor'],
    ['facets=actor,bogus', 'facets'],
    ['from=2025-03-01&to=2025-02-01', 'to'],
  ])('%s is a bad value of %s', (search, param) => {
    expect(problemsOf(search)).toEqual([{ code: 'bad_value', param }]);
  });

  it('does not choose between two values of what takes one', () => {
    expect(problemsOf('from=2025-01-01&from=2025-02-01')).toEqual([{ code: 'repeated_parameter', param: 'from' }]);
  });

  it('tells all that is wrong at once', () => {
    expect(problemsOf('bogus=1&page=0')).toHaveLength(2);
  });
});

describe('the grammar', () => {
  it('has for each facet its values, those left out, and how several combine', () => {
    const names = params.map(({ name }) => name);
    for (const facet of facetIds) expect(names).toEqual(expect.arrayContaining([facet, `not_${facet}`, `${facet}_op`]));
  });

  it('has each name once', () => {
    expect(new Set(params.map(({ name }) => name)).size).toBe(params.length);
  });
});
