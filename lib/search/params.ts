import { choosable, facetIds, isFacetId } from '#lib/facets/derive.ts';
import { dayFields, type FacetId } from '#lib/facets/facets.ts';
import { isDay } from '#lib/report/day.ts';
import type { Interval, Problem, Query, Sort } from './query.ts';

/** One parameter of the grammar: how it is read into a query, and written. The list's order is the URL's. */
export interface Param {
  name: string;
  /** What it takes, in a sentence. */
  about: string;
  read: (values: string[], into: Query) => Problem[];
  write: (query: Query) => string[];
}

type Simple =
  | 'q'
  | 'type'
  | 'group'
  | 'date'
  | 'from'
  | 'to'
  | 'sort'
  | 'page'
  | 'perPage'
  | 'exact'
  | 'facetLimit'
  | 'interval'
  | 'facets';

interface Spec<K extends Simple> {
  name: string;
  key: K;
  fallback: Query[K];
  /** What it takes, for people: "a day, YYYY-MM-DD". */
  takes: string;
  parse: (value: string) => Query[K] | undefined;
  write?: (value: NonNullable<Query[K]>) => string;
}

function single<K extends Simple>({ name, key, fallback, takes, parse, write = String }: Spec<K>): Param {
  return {
    name,
    about: takes,
    read: (values, into) => {
      if (values.length > 1)
        return [
          {
            code: 'repeated_parameter',
            param: name,
            detail: `“${name}” is given ${values.length} times.`,
            hint: 'Give it once.',
          },
        ];
      const value = parse((values[0] ?? '').trim());
      if (value === undefined) return [bad(name, values[0] ?? '', takes)];
      into[key] = value;
      return [];
    },
    write: (query) => {
      const value = query[key];
      return value === fallback || value === null ? [] : [write(value as NonNullable<Query[K]>)];
    },
  };
}

function bad(param: string, value: string, takes: string): Problem {
  return { code: 'bad_value', param, detail: `“${value}” is no value of “${param}”.`, hint: `It takes ${takes}.` };
}

function oneOf<T extends string>(options: readonly T[]): (value: string) => T | undefined {
  return (value) => options.find((option) => option === value);
}

function whole(least: number, most: number): (value: string) => number | undefined {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  };
}

const SPAN = /^(?:[1-9]\d{0,3}d|[1-9]\d{0,2}[my])$/;
const MOST_LETTERS = 500;
const VALUE = /^(_none|[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*)$/u;

function choice(facet: FacetId, name: string, part: 'only' | 'not', about: string): Param {
  return {
    name,
    about,
    read: (values, into) => {
      const wrong = values.filter((value) => !VALUE.test(value));
      into.filters[facet][part] = [...new Set(values)].sort();
      return wrong.map((value) =>
        bad(name, value, 'an id, such as one of those that “facets” of an answer lists, or “_none”'),
      );
    },
    write: (query) => query.filters[facet][part],
  };
}

function operator(facet: FacetId): Param {
  const name = `${facet}_op`;
  const takes = '“any” (one of the values chosen suffices) or “all”';
  return {
    name,
    about: takes,
    read: (values, into) => {
      const op = oneOf(['any', 'all'])(values[0] ?? '');
      if (!op || values.length > 1) return [bad(name, values.join(', '), takes)];
      into.filters[facet].op = op;
      return [];
    },
    write: (query) => (query.filters[facet].op === 'any' ? [] : ['all']),
  };
}

function facetNames(value: string): FacetId[] | undefined {
  if (value === 'none') return [];
  const names = value.split(',');
  return names.every(isFacetId) ? facetIds.filter((id) => names.includes(id)) : undefined;
}

/** The grammar of a search: page, API, feeds and exports all read it from here. */
export const params: Param[] = [
  single({
    name: 'q',
    key: 'q',
    fallback: '',
    takes: `words, "a phrase", -word or -"a phrase", at most ${MOST_LETTERS} characters`,
    parse: (value) => (value.length <= MOST_LETTERS ? value.replace(/\s+/g, ' ') : undefined),
  }),
  single({
    name: 'type',
    key: 'type',
    fallback: 'finding',
    takes: '“finding” or “report”',
    parse: oneOf(['finding', 'report']),
  }),
  ...choosable.flatMap(({ id, plural }) => [
    choice(id, id, 'only', `ids of ${plural}, repeatable; “_none” for what has none`),
    choice(id, `not_${id}`, 'not', `ids of ${plural} to leave out, repeatable`),
    operator(id),
  ]),
  single({
    name: 'group',
    key: 'group',
    fallback: null,
    takes: 'a group of reports that say the same, as “group” of an answer names it',
    parse: (value) => (VALUE.test(value) ? value : undefined),
  }),
  single({
    name: 'date',
    key: 'date',
    fallback: 'covered',
    takes: '“covered”, “published” or “archived”',
    parse: oneOf(dayFields),
  }),
  single({
    name: 'from',
    key: 'from',
    fallback: null,
    takes: 'a day of the calendar, YYYY-MM-DD, or a span back from the newest report, such as 7d, 3m or 1y',
    parse: (value) => (isDay(value) || SPAN.test(value) ? value : undefined),
  }),
  single({
    name: 'to',
    key: 'to',
    fallback: null,
    takes: 'a day of the calendar, YYYY-MM-DD',
    parse: (value) => (isDay(value) ? value : undefined),
  }),
  single({
    name: 'sort',
    key: 'sort',
    fallback: null,
    takes: '“relevance”, “newest” or “oldest”',
    parse: oneOf<Sort>(['relevance', 'newest', 'oldest']),
  }),
  single({ name: 'page', key: 'page', fallback: 1, takes: 'a whole number from 1', parse: whole(1, 1_000_000) }),
  single({
    name: 'per_page',
    key: 'perPage',
    fallback: 20,
    takes: 'a whole number from 1 to 100',
    parse: whole(1, 100),
  }),
  single({
    name: 'exact',
    key: 'exact',
    fallback: false,
    takes: '“1”: no typo tolerance and no aliases',
    parse: (value) => (value === '1' ? true : value === '0' ? false : undefined),
    write: () => '1',
  }),
  single({
    name: 'facets',
    key: 'facets',
    fallback: null,
    takes: `“none”, or some of ${facetIds.join(',')}`,
    parse: facetNames,
    write: (ids) => ids.join(',') || 'none',
  }),
  single({
    name: 'facet_limit',
    key: 'facetLimit',
    fallback: 10,
    takes: 'a whole number from 1 to 1000',
    parse: whole(1, 1000),
  }),
  single({
    name: 'interval',
    key: 'interval',
    fallback: null,
    takes: '“day”, “month” or “year”',
    parse: oneOf<Interval>(['day', 'month', 'year']),
  }),
];
