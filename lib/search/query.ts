import { facetIds } from '#lib/facets/derive.ts';
import type { DayField, FacetId } from '#lib/facets/facets.ts';

/** What is chosen of one facet. */
export interface Choice {
  /** Values of which any, or all, must be there. */
  only: string[];
  not: string[];
  op: 'any' | 'all';
}

export type Sort = 'relevance' | 'newest' | 'oldest';
export type Interval = 'day' | 'month' | 'year';

/** A search, whole. Its URL is one way to write it. */
export interface Query {
  q: string;
  type: 'finding' | 'report';
  filters: Record<FacetId, Choice>;
  /** A group of reports that say the same: all of them are listed. Else each such thing is found once, where it stood first. */
  group: string | null;
  /** Id of the one report that is searched in. */
  report: string | null;
  date: DayField;
  /** Inclusive days `YYYY-MM-DD`; `from` may be a span back from the newest report: `7d`, `1y`. */
  from: string | null;
  to: string | null;
  /** An instant: only what came into the archive after it. */
  since: string | null;
  /** null: relevance with words, newest without. */
  sort: Sort | null;
  page: number;
  perPage: number;
  exact: boolean;
  /** Which facets to count; null: all. */
  facets: FacetId[] | null;
  /** How many values of each. */
  facetLimit: number;
  /** null: as fits the span. */
  interval: Interval | null;
  /** Up to five lines of the trend: `actor:russia`, this search with only that value chosen; `q:drone`, with these words for its own. */
  compare: string[];
}

/** What is wrong with one parameter, and what would be right. */
export interface Problem {
  code: 'unknown_parameter' | 'bad_value' | 'repeated_parameter';
  param: string;
  detail: string;
  hint: string;
  /** The query string put right, where there is but one way. */
  instead?: string;
}

export function emptyQuery(): Query {
  const filters = Object.fromEntries(facetIds.map((id) => [id, { only: [], not: [], op: 'any' }])) as unknown as Record<
    FacetId,
    Choice
  >;
  return {
    q: '',
    type: 'finding',
    filters,
    group: null,
    report: null,
    date: 'covered',
    from: null,
    to: null,
    since: null,
    sort: null,
    page: 1,
    perPage: 20,
    exact: false,
    facets: null,
    facetLimit: 10,
    interval: null,
    compare: [],
  };
}

/** The order that a search has when it asks for none. */
export function sortOf({ sort, q }: Query): Sort {
  return sort ?? (q ? 'relevance' : 'newest');
}
