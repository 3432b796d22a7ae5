import type { MultiSearchParams, MultiSearchQuery } from 'meilisearch';
import { type SiteIndex, writtenAttributes } from '#lib/archive/settings.ts';
import { attribute, choosable, dayAttribute, facetIds } from '#lib/facets/derive.ts';
import { dayFields, type FacetId } from '#lib/facets/facets.ts';
import { dayNumber } from '#lib/report/day.ts';
import { MARK } from './highlight.ts';
import { type Choice, type Query, sortOf } from './query.ts';

/** What one search of the multi-search is for. */
export type Role =
  | 'hits'
  | 'counts'
  | 'texts'
  | 'other'
  | 'matches'
  | 'histogram'
  | 'findings'
  | 'reports'
  | 'sources'
  | FacetId
  | `trend:${string}`;

export interface Planned {
  role: Role;
  search: MultiSearchQuery;
}

/** A value in the engine's filter language. */
export function quoted(value: string): string {
  return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

function choiceFilter(id: FacetId, { only, not, op }: Choice): string[] {
  const all = (values: string[]) => values.map((value) => `${attribute(id)} = ${quoted(value)}`);
  const filters =
    op === 'all' ? all(only) : only.length > 0 ? [`${attribute(id)} IN [${only.map(quoted).join(', ')}]`] : [];
  return not.length > 0 ? [...filters, `${attribute(id)} NOT IN [${not.map(quoted).join(', ')}]`] : filters;
}

/** Of what several reports say alike, the first. */
const ONCE = 'copy = false';

/** `without`: whose own filter to leave out, so that its other values keep their counts. */
function filterOf(query: Query, without?: FacetId | 'date'): string[] {
  const chosen = facetIds.flatMap((id) => {
    const choice = query.filters[id];
    if (id !== without) return choiceFilter(id, choice);
    return choiceFilter(id, choice.op === 'all' ? { ...choice, not: [] } : { ...choice, only: [], not: [] });
  });
  chosen.push(query.group === null ? ONCE : `group = ${quoted(query.group)}`);
  if (query.report) chosen.push(`${query.type === 'finding' ? 'report.id' : 'id'} = ${quoted(query.report)}`);
  if (query.since) chosen.push(`arrived > ${Date.parse(query.since)}`);
  if (without === 'date') return chosen;
  const day = dayAttribute(query.date);
  if (query.from) chosen.push(`${day} >= ${dayNumber(query.from)}`);
  if (query.to) chosen.push(`${day} <= ${dayNumber(query.to)}`);
  return chosen;
}

function order(query: Query): string[] {
  const sort = sortOf(query);
  if (sort === 'relevance') return [];
  const direction = sort === 'newest' ? 'desc' : 'asc';
  const within = query.type === 'finding' ? ['report.id:asc', 'ordinal:asc'] : ['id:asc'];
  return [`${dayAttribute(query.date)}:${direction}`, `publishedAt:${direction}`, ...within];
}

/** Is the facet's count to leave its own filter out? */
function isDisjunctive({ only, not, op }: Choice): boolean {
  return not.length > 0 || (only.length > 0 && op === 'any');
}

/** What a hit of either kind is made of; all else that documents hold would only be sent. */
const SHOWN = [
  'id',
  'source',
  'originator',
  'lang',
  'date',
  'basis',
  'publishedAt',
  'archivedAt',
  // Not where in the text they stand, which is most of them.
  ...choosable.flatMap((facet) => (facet.kind === 'choice' ? [] : [`tags.${facet.entities}.id`])),
  'group',
  'also',
];

function hitOptions(query: Query): Partial<MultiSearchQuery> {
  const finding = query.type === 'finding';
  return {
    ...{ page: query.page, hitsPerPage: query.perPage, sort: order(query) },
    attributesToRetrieve: [
      ...SHOWN,
      ...(finding ? ['report', 'kind', 'text', 'section'] : ['title', 'summary', 'findings', 'url']),
    ],
    attributesToHighlight: finding ? ['text'] : ['title', 'summary', 'body'],
    ...(finding ? {} : { attributesToCrop: ['body:40'] }),
    ...{ highlightPreTag: MARK.open, highlightPostTag: MARK.close },
  };
}

type Counted = Pick<MultiSearchQuery, 'q' | 'indexUid' | 'matchingStrategy' | 'attributesToSearchOn'>;

const INDEX = { finding: 'findings', report: 'reports' } as const satisfies Record<Query['type'], SiteIndex>;

function baseOf({ type, exact }: Query, q: string): Counted {
  const indexUid = INDEX[type];
  const written = exact ? { attributesToSearchOn: [...writtenAttributes[indexUid]] } : {};
  return { indexUid, q, matchingStrategy: 'all', ...written };
}

/** How many a query finds, and `facets` counted over them; no hit of it. `without`: whose own filter to leave out. */
export function countOf(query: Query, q: string, facets: string[] = [], without?: FacetId | 'date'): MultiSearchQuery {
  const none = { page: 1, hitsPerPage: 0, attributesToRetrieve: [] };
  return { ...baseOf(query, q), filter: filterOf(query, without), facets, ...none };
}

/** Texts of the first `number` hits of a query. */
export function textsOf(query: Query, q: string, number: number): MultiSearchQuery {
  const page = {
    page: 1,
    hitsPerPage: number,
    attributesToRetrieve: ['id', query.type === 'finding' ? 'text' : 'summary'],
  };
  return { ...baseOf(query, q), filter: filterOf(query), sort: order(query), ...page };
}

const CLOSEST = 5;

/** The hits that have most of the words, the rarer ones rather than the frequent; for when none has all. */
export function closestTo(query: Query, q: string): MultiSearchQuery {
  // A phrase would have to be there, whatever else is given up.
  const loose = q.replace(/(-?)"([^"]*)"/g, (whole, minus: string, words: string) => (minus ? whole : words));
  const options = hitOptions({ ...query, page: 1, perPage: CLOSEST, sort: 'relevance' });
  return { ...baseOf(query, loose), ...options, filter: filterOf(query), matchingStrategy: 'frequency' };
}

/** The page of hits. `query.from` must be a day, here and below; `q` is the query's words as `nameTerms` gives them. */
export function hitsOf(query: Query, q: string): Planned[] {
  return [{ role: 'hits', search: { ...baseOf(query, q), ...hitOptions(query), filter: filterOf(query) } }];
}

/**
 * The counts of all facets that no value is chosen of, and of `besides`, a count for each of the others with its own filter
 * left out, and the histogram without the dates.
 */
export function countsOf(query: Query, q: string, besides: string[] = []): Planned[] {
  const wanted = query.facets ?? facetIds;
  const apart = wanted.filter((id) => isDisjunctive(query.filters[id]));
  const day = dayAttribute(query.date);
  const dated = Boolean(query.from || query.to);
  const together = [...wanted.filter((id) => !apart.includes(id)).map(attribute), ...(dated ? [] : [day]), ...besides];
  return [
    ...(together.length > 0 ? [{ role: 'counts' as const, search: countOf(query, q, together) }] : []),
    ...apart.map((id) => ({ role: id, search: countOf(query, q, [attribute(id)], id) })),
    ...(dated ? [{ role: 'histogram' as const, search: countOf(query, q, [day], 'date') }] : []),
  ];
}

/** How many of the other type a query finds. */
export function othersOf(query: Query, q: string): Planned[] {
  const other: Query = { ...query, type: query.type === 'finding' ? 'report' : 'finding' };
  return [{ role: 'other', search: countOf(other, q) }];
}

/** What a finding's report is filtered and counted by. */
export const REPORT_ID = 'report.id';

/** How many findings of each of some reports a query finds. */
export function matchesIn(reports: string[], query: Query, q: string): Planned {
  const count = countOf(query, q, [REPORT_ID]);
  const among = `${REPORT_ID} IN [${reports.map(quoted).join(', ')}]`;
  return { role: 'matches', search: { ...count, filter: [...filterOf(query), among] } };
}

/** How much there is, and of which days. */
export function archiveFigures(): Planned[] {
  const none = { q: '', page: 1, hitsPerPage: 0, filter: [ONCE] };
  return [
    { role: 'findings', search: { ...none, indexUid: 'findings' } },
    {
      role: 'reports',
      search: {
        ...{ ...none, hitsPerPage: 1, indexUid: 'reports', facets: dayFields.map(dayAttribute) },
        ...{ sort: ['archivedAt:desc'], attributesToRetrieve: ['archivedAt'] },
      },
    },
  ];
}

/** More publishers than one archive has. */
const MOST_SOURCES = 1000;

/** A report of each source. */
export function sourcesOf(): Planned {
  const each = { distinct: attribute('source'), attributesToRetrieve: ['source'], limit: MOST_SOURCES };
  return { role: 'sources', search: { indexUid: 'reports', q: '', ...each } };
}

export function multiSearchBody(planned: Planned[]): MultiSearchParams {
  return { queries: planned.map(({ search }) => search) };
}
