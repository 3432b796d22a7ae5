import { facetIds } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { emptyQuery, type Query } from './query.ts';
import { formatQuery } from './url.ts';

/** The page that shows a query. */
export function hrefOf(query: Query): string {
  const search = formatQuery(query);
  return search ? `/?${search}` : '/';
}

/** A change starts again at the first page. */
export function change(query: Query, changes: Partial<Query>): Query {
  return { ...query, page: 1, ...changes };
}

/** The query with a value of a facet chosen, excluded, or neither. */
export function choose(query: Query, facet: FacetId, value: string, part: 'only' | 'not' | null): Query {
  const { op, ...parts } = query.filters[facet];
  const without = (values: string[]) => values.filter((one) => one !== value);
  const next = { only: without(parts.only), not: without(parts.not) };
  if (part) next[part] = [...next[part], value].sort();
  // A choice begun anew begins as any other.
  const begun = next.only.length > 0 ? op : 'any';
  return change(query, { filters: { ...query.filters, [facet]: { op: begun, ...next } } });
}

/** The query with one more value, which all results are to have besides those chosen before. */
export function narrow(query: Query, facet: FacetId, value: string): Query {
  const chosen = choose(query, facet, value, 'only');
  return query.filters[facet].only.length > 0 ? combine(chosen, facet, 'all') : chosen;
}

/** The query with one more word; `repaired`: its words with the quotation mark that may be missing. */
export function withWord(query: Query, word: string, repaired: string | null): Query {
  return change(query, { q: `${repaired ?? query.q} ${word}`.trim() });
}

/** The query with any, or all, of a facet's chosen values asked for. */
export function combine(query: Query, facet: FacetId, op: 'any' | 'all'): Query {
  return change(query, { filters: { ...query.filters, [facet]: { ...query.filters[facet], op } } });
}

/** The query without a filter, its words and form kept. */
export function withoutFilters(query: Query): Query {
  return change(query, { filters: emptyQuery().filters, group: null, report: null, from: null, to: null, since: null });
}

/** All reports that say the same as one, and what they say. */
export function groupQuery(group: string, type: Query['type']): Query {
  return { ...emptyQuery(), group, type };
}

export interface Applied {
  facet: FacetId;
  value: string;
  part: 'only' | 'not';
}

/** The values chosen and excluded, in the order of the facets. */
export function applied(query: Query): Applied[] {
  return facetIds.flatMap((facet) =>
    (['only', 'not'] as const).flatMap((part) => query.filters[facet][part].map((value) => ({ facet, value, part }))),
  );
}

export function hasFilters(query: Query): boolean {
  return applied(query).length > 0 || Boolean(query.from || query.to || query.group || query.report || query.since);
}
