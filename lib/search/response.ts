import type { MultiSearchResult } from 'meilisearch';
import { MOST_HITS } from '#lib/archive/settings.ts';
import type { Matcher } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import { attribute, choosable, dayAttribute, facetIds } from '#lib/facets/derive.ts';
import type { DayField } from '#lib/facets/facets.ts';
import { dayOfNumber } from '#lib/report/day.ts';
import { alikeIn } from './alike.ts';
import { byReport } from './by-report.ts';
import { type Baseline, facetCounts } from './counts.ts';
import { type DaySpan, histogramOf, spanOfDays, undatedOf } from './histogram.ts';
import { type AnyDocument, isNamed, toHit } from './hits.ts';
import type { SourceNames } from './labels.ts';
import { emptyQuery, type Query } from './query.ts';
import { type Planned, REPORT_ID, type Role } from './request.ts';
import type { Expansion, Result, Total } from './result.ts';
import { parseTerms } from './terms.ts';
import { formatQuery } from './url.ts';

export type Answer = MultiSearchResult<Record<string, unknown>>;
export type Answers = ReadonlyMap<Role, Answer>;

/** The engine's answers by what was asked. */
export function byRole(planned: Planned[], results: Answer[]): Answers {
  return new Map(planned.flatMap(({ role }, index) => (results[index] ? [[role, results[index]]] : [])));
}

/** The first and last day of the archive's reports, by one of their dates, but for strays. */
export function spanOf(answers: Answers, field: DayField): DaySpan | null {
  return spanOfDays(answers.get('reports')?.facetDistribution?.[dayAttribute(field)] ?? {});
}

/** The archive's size and the days it covers, from the answers to `archiveFigures`. */
export function indexFigures(answers: Answers): Result['index'] {
  const reports = answers.get('reports');
  const covered = reports?.facetStats?.[dayAttribute('covered')];
  return {
    updated_at: (reports?.hits[0]?.archivedAt as string | undefined) ?? null,
    from: covered ? dayOfNumber(covered.min) : null,
    to: covered ? dayOfNumber(covered.max) : null,
    reports: reports?.totalHits ?? 0,
    findings: answers.get('findings')?.totalHits ?? 0,
  };
}

type Known = Pick<Words, 'register' | 'sources'>;

/** A longer list is asked for to see more of what is found. */
const USUAL = emptyQuery().facetLimit;

function facetsOf(query: Query, answers: Answers, { ranked }: Baseline, known: Known): Result['facets'] {
  const wanted = choosable.filter(({ id }) => query.facets === null || query.facets.includes(id));
  return Object.fromEntries(
    wanted.map((facet) => {
      const { id } = facet;
      const distribution = (answers.get(id) ?? answers.get('counts'))?.facetDistribution?.[attribute(id)] ?? {};
      const listing = { limit: query.facetLimit, ranked: ranked[id], filled: USUAL, ...known };
      return [id, facetCounts(facet, distribution, query.filters[id], listing)];
    }),
  );
}

function filtersOf(query: Query): Result['query']['filters'] {
  return Object.fromEntries(
    facetIds.flatMap((id) => {
      const { only, not } = query.filters[id];
      return [...(only.length ? [[id, only]] : []), ...(not.length ? [[`not_${id}`, not]] : [])];
    }),
  );
}

function linksOf(query: Query, total: number): Result['links'] {
  const at = (path: string, page: number) => {
    const search = formatQuery({ ...query, page });
    return search ? `${path}?${search}` : path;
  };
  const pages = Math.ceil(total / query.perPage);
  return {
    self: at('/api/search', query.page),
    html: at('/', query.page),
    next: query.page < pages ? at('/api/search', query.page + 1) : null,
    prev: query.page > 1 ? at('/api/search', Math.min(query.page - 1, Math.max(pages, 1))) : null,
  };
}

export interface Understood {
  expanded: Expansion[];
  days: Result['query']['days'];
  warnings: string[];
}

/** What an answer is put into words with. */
export interface Words {
  register: Register;
  matcher: Matcher;
  sources: SourceNames;
}

function totalOf(answers: Answers, role: Role): Total {
  const value = answers.get(role)?.totalHits ?? 0;
  return { value, relation: value < MOST_HITS ? 'eq' : 'gte' };
}

/** What the words of a query were read as. */
function readingOf(q: string): Pick<Result['query'], 'q' | 'terms' | 'ignored' | 'phrases' | 'excluded' | 'repaired'> {
  const { used, ignored, repaired } = parseTerms(q);
  const sought = used.filter(({ negated }) => !negated);
  return {
    q,
    terms: sought.map(({ text }) => text.toLowerCase()),
    ignored,
    phrases: sought.filter(({ phrase }) => phrase).map(({ words }) => words.join(' ')),
    excluded: used.filter(({ negated }) => negated).map(({ words }) => words.join(' ')),
    repaired,
  };
}

/** What is told of all that a search finds. */
export type Counted = Pick<Result, 'facets' | 'histogram' | 'index'>;

/** The engine's counts as an answer has them; `whole` is the archive's own count of what is searched. */
export function toCounted(query: Query, answers: Answers, known: Known, whole: Baseline): Counted {
  const role = answers.has('histogram') ? 'histogram' : 'counts';
  const days = answers.get(role)?.facetDistribution?.[dayAttribute(query.date)] ?? {};
  return {
    facets: facetsOf(query, answers, whole, known),
    histogram: {
      ...histogramOf(days, query.interval, spanOf(answers, query.date)),
      undated: undatedOf(days, totalOf(answers, role)),
    },
    index: indexFigures(answers),
  };
}

/** The engine's answers as the answer to a search, but for what is counted. */
export function toFound(
  query: Query,
  answers: Answers,
  understood: Understood,
  { register, matcher }: Pick<Words, 'register' | 'matcher'>,
): Omit<Result, keyof Counted | 'trends' | 'nothing'> {
  const { expanded } = understood;
  const documents = (answers.get('hits')?.hits ?? []) as unknown as AnyDocument[];
  const total = totalOf(answers, 'hits');
  const other = totalOf(answers, 'other');
  const shown = { register, matcher, expanded };
  const hits = documents.map((doc) => toHit(doc, shown));
  return {
    query: {
      ...readingOf(query.q),
      alike: alikeIn(hits, query.q, (text) => isNamed(text, shown)),
      filters: filtersOf(query),
      ...understood,
    },
    total,
    totals: query.type === 'finding' ? { finding: total, report: other } : { finding: other, report: total },
    results: byReport(hits, (answers.get('matches') ?? answers.get('counts'))?.facetDistribution?.[REPORT_ID] ?? null),
    links: linksOf(query, total.value),
  };
}
