import { attribute } from '#lib/facets/derive.ts';
import { sheetsOf } from '#lib/map/map.ts';
import { archiveVocabulary, SAMPLE, textOf } from './archive-words.ts';
import { ask } from './ask.ts';
import type { Baseline } from './counts.ts';
import { hasFilters, withWord } from './edit.ts';
import {
  candidateWords,
  entityFacets,
  type Insight,
  mapRegions,
  namesHere,
  type Sides,
  standingOut,
} from './insight.ts';
import { outstanding } from './keyness.ts';
import { followMerges } from './merged.ts';
import { emptyQuery, type Query } from './query.ts';
import { countOf, type Planned, textsOf } from './request.ts';
import { type Answer, type Answers, indexFigures } from './response.ts';
import { type Archive, withDays } from './search.ts';
import { MOST_TERMS, parseTerms } from './terms.ts';
import { vocabularyOf } from './vocabulary.ts';
import { wordsOf } from './words-of.ts';

const MOST_WORDS = 8;
const NO_ANSWERS: Answers = new Map();

/** Each word with how many results and how many in the whole archive it finds: what one more click would show. */
async function countWords(
  words: string[],
  query: Query,
  { total, ofAll }: { total: number; ofAll: number },
  archive: Archive,
) {
  const { type, exact } = query;
  const { repaired } = parseTerms(query.q);
  const q = (one: Query) => wordsOf(one, archive.matcher).q;
  const anywhere = (word: string): Query => ({ ...emptyQuery(), type, exact, q: word });
  const queries = words.flatMap((word) => {
    const [here, all] = [withWord(query, word, repaired), anywhere(word)];
    return [countOf(here, q(here)), countOf(all, q(all))];
  });
  if (queries.length === 0) return [];
  const { results } = await archive.client.multiSearch({ queries });
  const things = words.map((word, at) => ({
    word,
    ...{ count: results[2 * at]?.totalHits ?? 0, of: total },
    ...{ countInAll: results[2 * at + 1]?.totalHits ?? 0, ofAll },
  }));
  return outstanding(things, MOST_WORDS);
}

/** Words that seem to stand out in the first results. */
async function candidatesIn(texts: string[], query: Query, sides: Sides, baseline: Baseline, archive: Archive) {
  const vocabulary = await archiveVocabulary(baseline, archive.client, query.type);
  const sought = parseTerms(query.q).used.filter(({ negated }) => !negated);
  if (sought.flatMap((term) => term.words).length >= MOST_TERMS) return [];
  const known = [...namesHere(sides, archive.register), ...sought.map(({ text }) => text)];
  return candidateWords(vocabularyOf(texts), vocabulary, known);
}

/** Without an answer, the archive itself. */
function sidesOf(counted: Answer | undefined, { facets, total }: Baseline): Sides {
  const whole = { all: facets, ofAll: total };
  if (!counted) return { here: facets, total, ...whole };
  const here = entityFacets.map(({ id }) => [id, counted.facetDistribution?.[attribute(id)] ?? {}]);
  return { here: Object.fromEntries(here), total: counted.totalHits ?? 0, ...whole };
}

/**
 * What stands out in a search against the whole archive.
 * @throws the engine client's errors: see `isEngineDown`.
 */
export async function searchInsight(asked: Query, archive: Archive): Promise<Insight> {
  const { client, figures, register, matcher } = archive;
  const { query: merged } = followMerges(asked, register);
  const query = await withDays(merged, figures);
  const { q } = wordsOf(query, matcher);
  const isWhole = !query.q && !hasFilters(query);
  const attributes = entityFacets.map(({ id }) => attribute(id));
  const here: Planned[] = [
    { role: 'counts', search: countOf(query, q, attributes) },
    { role: 'texts', search: textsOf(query, q, SAMPLE) },
  ];
  // Nothing stands out in the whole archive: it need not be counted, nor read, once more.
  const [answers, whole] = await Promise.all([isWhole ? NO_ANSWERS : ask(client, here), figures()]);
  const baseline = await archive.baseline(query.type, indexFigures(whole));
  const sides = sidesOf(answers.get('counts'), baseline);
  const regions = mapRegions(sides, register);
  const texts = answers.get('texts')?.hits.map(textOf) ?? [];
  const candidates = isWhole ? [] : await candidatesIn(texts, query, sides, baseline, archive);
  const words = await countWords(candidates, query, sides, archive);
  return {
    total: sides.total,
    all: sides.ofAll,
    stands_out: standingOut(query, sides, register),
    words: words.map(({ word, count, countInAll }) => ({ id: word, label: word, count, count_in_all: countInAll })),
    regions,
    map: sheetsOf(regions),
  };
}
