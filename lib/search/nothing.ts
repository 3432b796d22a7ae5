import { fold } from '#lib/entities/words.ts';
import { dayAttribute } from '#lib/facets/derive.ts';
import { archiveVocabulary, knownWords } from './archive-words.ts';
import { byReport } from './by-report.ts';
import { change, hasFilters, withoutFilters } from './edit.ts';
import { gapsIn } from './gaps.ts';
import { type AnyDocument, toHit } from './hits.ts';
import type { Query } from './query.ts';
import { closestTo, countOf } from './request.ts';
import { type Answers, spanOf } from './response.ts';
import type { Nothing, WayOn } from './result.ts';
import type { Archive } from './search.ts';
import { respelt, type Spellings } from './spelling.ts';
import { parseTerms } from './terms.ts';
import { formatQuery } from './url.ts';
import { type Less, waysOn } from './ways-on.ts';
import { wordsOf } from './words-of.ts';

const MOST_SPELLINGS = 3;
const NONE: Spellings = new Map();
const NO_GAPS: Nothing['gaps'] = { days: 0, spans: [] };

/** Chosen days without a report; an end that is left open is that of the archive. */
function gapsOf(query: Query, from: string | null, answers: Answers): Nothing['gaps'] {
  if (!from && !query.to) return NO_GAPS;
  const perDay = answers.get('reports')?.facetDistribution?.[dayAttribute(query.date)] ?? {};
  const span = spanOf(answers, query.date);
  const [first, last] = [from ?? span?.from, query.to ?? span?.to];
  return first && last && first <= last ? gapsIn(perDay, first, last) : NO_GAPS;
}

/** The words spelt otherwise, with the filters and without. */
function spellings(query: Query, known: Spellings): Less[] {
  return respelt(query.q, known).flatMap(({ from, to, q }) => {
    const off = { is: 'spelling', from, to } as const;
    const kept = change(query, { q });
    const less: Less[] = [{ off: { ...off, alone: false }, query: kept }];
    return hasFilters(query) ? [...less, { off: { ...off, alone: true }, query: withoutFilters(kept) }] : less;
  });
}

/**
 * Spellings with results, each once; then all that can be taken off, what leads to results first: what leads to none
 * is told as well, but for single words, so that nobody tries it in vain.
 */
function worthTelling(ways: WayOn[]): WayOn[] {
  const told = new Map<string, WayOn>();
  for (const way of ways)
    if (way.off.is === 'spelling' && way.total > 0 && !told.has(fold(way.off.to))) told.set(fold(way.off.to), way);
  const others = ways.filter(({ off, total }) => off.is !== 'spelling' && (off.is !== 'word' || total > 0));
  const [leading, vain] = [others.filter(({ total }) => total > 0), others.filter(({ total }) => total === 0)];
  return [...[...told.values()].slice(0, MOST_SPELLINGS), ...leading, ...vain];
}

/**
 * What to tell of a query that finds nothing: see `Nothing`. `from` is its first day, where `query.from` may be a span; `answers`
 * are those to it.
 */
export async function nothingFound(
  query: Query,
  from: string | null,
  answers: Answers,
  { client, baseline, ...words }: Archive,
): Promise<Nothing> {
  const whole = await baseline(query.type);
  const known = query.q ? knownWords(whole, await archiveVocabulary(whole, client, query.type), words.register) : NONE;
  const dated = (one: Query): Query => ({ ...one, from: one.from === query.from ? from : one.from });
  const less = [...spellings(query, known), ...waysOn(query)];
  const { q, expanded } = wordsOf(query, words.matcher);
  const several = parseTerms(query.q).used.flatMap((term) => (term.negated ? [] : term.words)).length > 1;
  const counts = less.map((one) => countOf(dated(one.query), wordsOf(one.query, words.matcher).q));
  const closest = several ? [dated(query), withoutFilters(query)].map((one) => closestTo(one, q)) : [];
  const { results } = await client.multiSearch({ queries: [...counts, ...closest] });
  const ways = less.map(({ off, query: left }, at) => ({
    off,
    search: formatQuery(left),
    total: results[at]?.totalHits ?? 0,
  }));
  const [within, anywhere] = results.slice(less.length).map(({ hits }) => hits as unknown as AnyDocument[]);
  const near = within?.length ? within : (anywhere ?? []);
  return {
    ways: worthTelling(ways),
    closest: byReport(
      near.map((doc) => toHit(doc, { ...words, expanded })),
      null,
    ),
    anywhere: near !== within,
    gaps: gapsOf(query, from, answers),
  };
}
