import { attribute, facetOf } from '#lib/facets/derive.ts';
import type { Facet, FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { type Distribution, facetCounts } from './counts.ts';
import { labelOf } from './labels.ts';
import { entityNames, findNames, indexNames, type NamesIndex } from './names-index.ts';
import type { Query } from './query.ts';
import type { Answers, Words } from './response.ts';
import type { FacetValue } from './result.ts';

/** A facet's value, and which of its names was meant. */
interface NamedValue extends FacetValue {
  alias: string;
}

/** Values of a facet that go by a name: those with the most results first, then by how they are called. */
export interface NamedValues {
  facet: FacetId;
  name: string;
  values: NamedValue[];
  /** Are there more than listed? */
  truncated: boolean;
}

/** Values that lie directly in one of a tree and have a result, most frequent first. */
export interface ValuesWithin {
  facet: FacetId;
  within: string;
  values: FacetValue[];
  /** Are there more than listed? */
  truncated: boolean;
}

type Known = Pick<Words, 'register' | 'sources'>;

function namesOf(facet: Facet, { register, sources }: Known, counted: string[]): NamesIndex {
  if (facet.kind === 'entity' || facet.kind === 'tree') return entityNames(facet.entities, register);
  return indexNames(counted.map((id) => ({ id, text: labelOf(facet, id, register, sources) })));
}

function distributionOf(id: FacetId, answers: Answers): Distribution {
  return (answers.get(id) ?? answers.get('counts'))?.facetDistribution?.[attribute(id)] ?? {};
}

/** `answers` are those to the search with the one facet counted; `facetLimit` values at most, those of no result too. */
export function facetValues(
  id: FacetId,
  name: string,
  { filters, facetLimit }: Query,
  answers: Answers,
  known: Known,
): NamedValues {
  const facet = facetOf(id);
  const distribution = distributionOf(id, answers);
  const counted = Object.keys(distribution).filter((one) => one !== NONE);
  const found = findNames(namesOf(facet, known, counted), name);
  const absent = [...found.keys()].filter((one) => !Object.hasOwn(distribution, one)).slice(0, facetLimit + 1);
  const every = { limit: Number.POSITIVE_INFINITY, ranked: absent.sort(), ...known };
  const values = facetCounts(facet, distribution, filters[id], every).values.flatMap((value) => {
    const alias = found.get(value.id)?.text;
    return alias === undefined ? [] : [{ ...value, alias }];
  });
  return { facet: id, name, values: values.slice(0, facetLimit), truncated: values.length > facetLimit };
}

/** `answers` as for `facetValues`; `facetLimit` values at most. */
export function valuesWithin(
  id: FacetId,
  within: string,
  { filters, facetLimit }: Query,
  answers: Answers,
  known: Known,
): ValuesWithin {
  const every = { limit: Number.POSITIVE_INFINITY, ...known };
  const { values } = facetCounts(facetOf(id), distributionOf(id, answers), filters[id], every);
  const inside = values.filter(({ parent, count }) => parent === within && count > 0);
  return { facet: id, within, values: inside.slice(0, facetLimit), truncated: inside.length > facetLimit };
}
