import type { Register } from '#lib/entities/register.ts';
import { attribute, facetOf } from '#lib/facets/derive.ts';
import type { Facet, FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { facetCounts } from './counts.ts';
import { entityNames, type FoundName, findNames, indexNames, type NamesIndex } from './names-index.ts';
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

function namesOf(facet: Facet, register: Register, counted: FacetValue[]): NamesIndex {
  if (facet.kind === 'entity' || facet.kind === 'tree') return entityNames(facet.entities, register);
  return indexNames(counted.map(({ id, label }) => ({ id, text: label })));
}

/** `answers` are those to the search with the one facet counted; `facetLimit` values at most, those of no result too. */
export function facetValues(
  id: FacetId,
  name: string,
  { filters, facetLimit }: Query,
  answers: Answers,
  { register, sources }: Pick<Words, 'register' | 'sources'>,
): NamedValues {
  const facet = facetOf(id);
  const distribution = (answers.get(id) ?? answers.get('hits'))?.facetDistribution?.[attribute(id)] ?? {};
  const every = Number.POSITIVE_INFINITY;
  const counted = facetCounts(facet, distribution, filters[id], every, register, sources).values;
  const tagged = counted.filter((one) => one.id !== NONE);
  const found = findNames(namesOf(facet, register, tagged), name);
  const there = counted.flatMap((value) => aliased(value, found));
  const ids = new Set(there.map((one) => one.id));
  const absent = [...found.keys()].filter((one) => !ids.has(one)).slice(0, facetLimit + 1);
  const none = { only: absent, not: [] as string[], op: 'any' as const };
  const zero = facetCounts(facet, {}, none, every, register, sources).values;
  const values = [...there, ...zero.flatMap((value) => aliased({ ...value, active: false }, found))];
  return { facet: id, name, values: values.slice(0, facetLimit), truncated: values.length > facetLimit };
}

function aliased(value: FacetValue, found: Map<string, FoundName>): NamedValue[] {
  const alias = found.get(value.id)?.text;
  return alias === undefined ? [] : [{ ...value, alias }];
}
