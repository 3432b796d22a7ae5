import { addDays, sub } from 'date-fns';
import type { Meilisearch } from '#lib/archive/client.ts';
import type { FindingDocument } from '#lib/archive/documents.ts';
import type { Register } from '#lib/entities/register.ts';
import { choosable } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import type { Day } from '#lib/report/day.ts';
import { ask } from './ask.ts';
import type { ReadBaseline } from './baseline.ts';
import type { Baseline } from './counts.ts';
import { facetValues, type NamedValues, type ValuesWithin, valuesWithin } from './facet-values.ts';
import type { ReadFigures } from './figures.ts';
import { followMerges } from './merged.ts';
import { nothingFound } from './nothing.ts';
import type { Query } from './query.ts';
import { countsOf, hitsOf, matchesIn, othersOf, REPORT_ID } from './request.ts';
import { type Answers, indexFigures, spanOf, toCounted, toFound, type Words } from './response.ts';
import type { Result } from './result.ts';
import { type Suggestions, suggestions } from './suggest.ts';
import { parseTerms } from './terms.ts';
import { trendSearches, trendsOf } from './trends.ts';
import { wordsOf } from './words-of.ts';

/** What a search needs besides the query. */
export interface Archive extends Words {
  client: Meilisearch;
  figures: ReadFigures;
  baseline: ReadBaseline;
}

/** What no other field of the answer tells. */
function warningsOf(query: Query, register: Register): string[] {
  const terms = parseTerms(query.q);
  const strangers = choosable.flatMap((facet) => {
    if (facet.kind === 'choice') return [];
    const { only, not } = query.filters[facet.id];
    const unknown = [...only, ...not].filter((id) => id !== NONE && !register.get(facet.entities, id));
    return unknown.map((id) => `The register has no ${facet.label.toLowerCase()} “${id}”.`);
  });
  return [
    ...strangers,
    ...(query.q && terms.used.length === 0 ? [`There is no word to search for in “${query.q}”; all is listed.`] : []),
  ];
}

/** Sources that the register does not know go by the names that their reports give. */
function named<W extends Words>(words: W, { sources }: Baseline): W {
  return { ...words, sources: new Map([...sources, ...words.sources]) };
}

/** With fewer, counting the findings of each takes less than asking for a page's reports once more; with so many, as long. */
const FEW_REPORTS = 1000;

const UNITS = { d: 'days', m: 'months', y: 'years' } as const;

/** `7d` as the day that begins the last seven before and including the newest day. */
function dayBack(span: string, newest: Day): Day {
  const unit = UNITS[span.slice(-1) as keyof typeof UNITS];
  const dayBefore = sub(new Date(`${newest}T12:00:00Z`), { [unit]: Number(span.slice(0, -1)) });
  return addDays(dayBefore, 1).toISOString().slice(0, 10);
}

/** The query with a day for a span back from the newest. */
export async function withDays(query: Query, figures: ReadFigures): Promise<Query> {
  if (!query.from || !/[dmy]$/.test(query.from)) return query;
  const span = spanOf(await figures(), query.date);
  return { ...query, from: span && dayBack(query.from, span.to) };
}

/** The page of hits, and where not all findings are on it, how many there are of each report that is. */
async function askHits(query: Query, q: string, client: Meilisearch): Promise<Answers> {
  const answers = await ask(client, hitsOf(query, q));
  const { hits = [], totalHits = 0 } = answers.get('hits') ?? {};
  if (query.type !== 'finding' || hits.length === 0 || hits.length >= totalHits) return answers;
  const reports = new Set(hits.map(({ report }) => (report as FindingDocument['report']).id));
  return new Map([...answers, ...(await ask(client, [matchesIn([...reports], query, q)]))]);
}

/** All that is counted, which is put into words as soon as it is there: the hits take longer. */
async function count(query: Query, q: string, besides: string[], archive: Archive) {
  const { client, figures, baseline, matcher } = archive;
  const lines = trendSearches(query, (line) => wordsOf(line, matcher).q);
  const planned = [...countsOf(query, q, besides), ...othersOf(query, q), ...lines];
  // What is not known yet of the archive is counted meanwhile; the figures then say whether it is still the same.
  const [counts, known] = await Promise.all([ask(client, planned), figures(), baseline(query.type)]);
  const answers: Answers = new Map([...counts, ...known]);
  const whole = await baseline(query.type, indexFigures(answers));
  const { register, sources } = named(archive, whole);
  const counted = toCounted(query, answers, { register, sources }, whole);
  return { answers, counted: { ...counted, trends: trendsOf(query, answers, counted.histogram, register, sources) } };
}

/** @throws the engine client's errors: see `isEngineDown`. */
export async function search(asked: Query, archive: Archive): Promise<Result> {
  const { client, baseline, figures, register, matcher } = archive;
  const { query, notes } = followMerges(asked, register);
  const { q, expanded } = wordsOf(query, matcher);
  const dated = await withDays(query, figures);
  const everyReport = query.type === 'finding' && baseline.reports() <= FEW_REPORTS;
  // The engine answers the searches of one request one after the other, and requests at the same time.
  const [hits, { answers: counts, counted }] = await Promise.all([
    everyReport ? ask(client, hitsOf(dated, q)) : askHits(dated, q, client),
    count(dated, q, everyReport ? [REPORT_ID] : [], archive),
  ]);
  const answers: Answers = new Map([...hits, ...counts]);
  const warnings = [...notes, ...warningsOf(query, register)];
  const days = { from: dated.from, to: dated.to };
  const found = toFound(query, answers, { expanded, warnings, days }, { register, matcher });
  const nothing = found.total.value > 0 ? null : await nothingFound(query, dated.from, answers, archive);
  return { ...found, ...counted, nothing };
}

/** A search with nothing but one facet counted. */
async function countFacet(id: FacetId, asked: Query, archive: Archive) {
  const { client, figures, baseline, register, matcher } = archive;
  const { query } = followMerges({ ...asked, facets: [id], page: 1, perPage: 1 }, register);
  const { q } = wordsOf(query, matcher);
  const planned = countsOf(await withDays(query, figures), q).filter(({ role }) => role !== 'histogram');
  const [answers, whole] = await Promise.all([ask(client, planned), baseline(query.type)]);
  return { query, answers, words: named(archive, whole) };
}

/**
 * The values of a facet that go by a name, with their counts in a search.
 * @throws the engine client's errors: see `isEngineDown`.
 */
export async function searchFacet(id: FacetId, name: string, asked: Query, archive: Archive): Promise<NamedValues> {
  const { query, answers, words } = await countFacet(id, asked, archive);
  return facetValues(id, name, query, answers, words);
}

/**
 * The values that lie directly in one of a tree, with their counts in a search.
 * @throws the engine client's errors: see `isEngineDown`.
 */
export async function searchWithin(id: FacetId, within: string, asked: Query, archive: Archive): Promise<ValuesWithin> {
  const { query, answers, words } = await countFacet(id, asked, archive);
  return valuesWithin(id, within, query, answers, words);
}

/**
 * What the archive has by a name, with how many findings each has.
 * @throws the engine client's errors: see `isEngineDown`.
 */
export async function suggest(name: string, archive: Archive): Promise<Suggestions> {
  const figures = indexFigures(await archive.figures());
  const whole = await archive.baseline('finding', figures);
  return suggestions(name, whole.facets, named(archive, whole));
}
