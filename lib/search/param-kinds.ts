import { facetIds, isFacetId } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import type { Problem, Query } from './query.ts';

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
  | 'report'
  | 'date'
  | 'from'
  | 'to'
  | 'since'
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

export function single<K extends Simple>({ name, key, fallback, takes, parse, write = String }: Spec<K>): Param {
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

export function oneOf<T extends string>(options: readonly T[]): (value: string) => T | undefined {
  return (value) => options.find((option) => option === value);
}

export function whole(least: number, most: number): (value: string) => number | undefined {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  };
}

export const MOST_LETTERS = 500;
export const MOST_NAME_LETTERS = 100;

/** Can a text be looked up as the beginning of a name? */
export function isName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && text.length <= MOST_NAME_LETTERS;
}

/** More than a reader chooses; each costs the engine a search where nothing is found. */
const MOST_CHOSEN = 50;

export const VALUE = /^(_none|[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*)$/u;

export function choice(facet: FacetId, name: string, part: 'only' | 'not', about: string): Param {
  return {
    name,
    about,
    read: (values, into) => {
      const wrong = values.filter((value) => !VALUE.test(value));
      const chosen = [...new Set(values)].sort();
      if (chosen.length > MOST_CHOSEN) return [bad(name, `${chosen.length} values`, `at most ${MOST_CHOSEN} ids`)];
      into.filters[facet][part] = chosen;
      return wrong.map((value) =>
        bad(name, value, 'an id, such as one of those that “facets” of an answer lists, or “_none”'),
      );
    },
    write: (query) => query.filters[facet][part],
  };
}

export function operator(facet: FacetId): Param {
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

export function facetNames(value: string): FacetId[] | undefined {
  if (value === 'none') return [];
  const names = value.split(',');
  return names.every(isFacetId) ? facetIds.filter((id) => names.includes(id)) : undefined;
}

/** How many lines a trend has at most. */
export const MOST_LINES = 5;

function isLine(value: string): boolean {
  const at = value.indexOf(':');
  const [name, rest] = [value.slice(0, at), value.slice(at + 1)];
  if (name === 'q') return rest.trim() !== '' && rest.length <= MOST_LETTERS;
  return isFacetId(name) && VALUE.test(rest);
}

export const compare: Param = {
  name: 'compare',
  about: `“facet:id” or “q:words”, repeatable, at most ${MOST_LINES}: the lines of the trend`,
  read: (values, into) => {
    const lines = values.map((value) => value.trim().replace(/\s+/g, ' '));
    // Words alone, as a form sends them, are words.
    into.compare = [...new Set(lines.map((line) => (line.includes(':') ? line : `q:${line}`)))];
    const wrong = into.compare.filter((value, at) => at >= MOST_LINES || !isLine(value));
    return wrong.map((value) =>
      bad('compare', value, `a facet and an id, such as “actor:russia”, or “q:” and words, at most ${MOST_LINES}`),
    );
  },
  write: (query) => query.compare,
};
