import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import { choosable } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { isOnMap } from '#lib/map/map.ts';
import type { Region, RegionSheets } from '#lib/map/sheet.ts';
import type { Distribution } from './counts.ts';
import { outstanding } from './keyness.ts';
import type { Query } from './query.ts';
import type { Labelled } from './result.ts';
import { type Vocabulary, vocabularyKeys } from './vocabulary.ts';

/** A value or word with how many of the results have it, and how many in the whole archive. */
export interface Standout extends Labelled {
  count: number;
  count_in_all: number;
}

/** What tells a set of results from the rest of the archive: the contract of `/api/insight`. */
export interface Insight {
  /** How many results, and how many findings (or reports) there are in all. */
  total: number;
  all: number;
  /** Values that the results have more often than the rest, surest first; none of a set that is the whole archive. */
  stands_out: Partial<Record<FacetId, Standout[]>>;
  /** Words, as `id` and `label`: found in the first results, counted in all. */
  words: Standout[];
  /** The countries, and oblasts of Ukraine, that the results are about: what a map shows. */
  regions: Region[];
  /** The same, where they are drawn. */
  map: RegionSheets;
}

/** The facets whose values can stand out. */
export const entityFacets = choosable.filter((facet) => facet.kind !== 'choice');
const MOST = 5;

/** What the results and the whole archive are counted by. */
export interface Sides {
  here: Partial<Record<FacetId, Distribution>>;
  total: number;
  all: Record<FacetId, Distribution>;
  ofAll: number;
}

/** What is chosen, and what that lies in: all results have it. */
function given(query: Query, register: Register): Set<string> {
  return new Set(
    entityFacets.flatMap((facet) => {
      const { only, not } = query.filters[facet.id];
      return [...only, ...not]
        .flatMap((id) => [id, ...register.ancestors(facet.entities, id)])
        .map((id) => `${facet.id}:${id}`);
    }),
  );
}

/** What all that lies in it says as well: an oblast of which every result is about one of its cities. */
function repeatedBy(counts: Distribution, facet: EntityFacet, register: Register): Set<string> {
  return new Set(
    Object.entries(counts).flatMap(([id, count]) =>
      register.ancestors(facet, id).filter((ancestor) => counts[ancestor] === count),
    ),
  );
}

/** The values of each entity facet that stand out; in the whole archive, none. */
export function standingOut(
  query: Query,
  { here, total, all, ofAll }: Sides,
  register: Register,
): Insight['stands_out'] {
  const left = given(query, register);
  return Object.fromEntries(
    entityFacets.map((facet) => {
      const counts = total < ofAll ? (here[facet.id] ?? {}) : {};
      const repeated = facet.kind === 'tree' ? repeatedBy(counts, facet.entities, register) : new Set();
      const things = Object.entries(counts)
        .filter(([id]) => id !== NONE && !left.has(`${facet.id}:${id}`) && !repeated.has(id))
        .map(([id, count]) => ({ id, count, of: total, countInAll: all[facet.id][id] ?? count, ofAll }));
      const standouts = outstanding(things, MOST).map(({ id, count, countInAll }) => ({
        ...{ id, label: register.get(facet.entities, id)?.label ?? id },
        ...{ count, count_in_all: countInAll },
      }));
      return [facet.id, standouts];
    }),
  );
}

const MOST_CANDIDATES = 16;

/**
 * Words of the results' first texts that seem to stand out against a sample of the archive, to be counted in full. `known`:
 * what the reader sees already, by name or in the query.
 */
export function candidateWords(here: Vocabulary, archive: Vocabulary, known: string[]): string[] {
  const named = new Set(known.flatMap(vocabularyKeys));
  const things = Array.from(here.words, ([key, { word, count }]) => {
    const [of, elsewhere] = [here.texts, archive.words.get(key)?.count ?? 0];
    // The sample stands for the rest: what is in both would be counted twice.
    return { key, word, count, of, countInAll: count + elsewhere, ofAll: of + archive.texts };
  });
  return outstanding(
    things.filter(({ key }) => !named.has(key)),
    MOST_CANDIDATES,
  ).map(({ word }) => word);
}

/** Every name of the values that the results have most: what a word would only repeat. */
export function namesHere({ here }: Sides, register: Register): string[] {
  return entityFacets.flatMap((facet) => {
    if (facet.entities === 'topic') return [];
    const ids = Object.keys(here[facet.id] ?? {});
    return ids.flatMap((id) => register.get(facet.entities, id)?.aliases.map(({ text }) => text) ?? []);
  });
}

/** Counts of the regions that a map shows. */
export function mapRegions({ here }: Sides, register: Register): Insight['regions'] {
  const counts = entityFacets.flatMap((facet) => (facet.kind === 'tree' ? [here[facet.id] ?? {}] : []));
  return counts.flatMap(Object.entries<number>).flatMap(([id, count]) => {
    const region = register.get('region', id);
    return region && isOnMap(id) ? [{ id, label: region.label, count }] : [];
  });
}
