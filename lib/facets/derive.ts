import { type DayField, dayFields, type Facet, type FacetId, facets } from './facets.ts';

/** Facets whose values are chosen one by one; the date's are a range. */
export const choosable = facets.filter(
  (facet): facet is Exclude<(typeof facets)[number], { kind: 'day' }> => facet.kind !== 'day',
);
export const facetIds: FacetId[] = choosable.map(({ id }) => id);

export function facetOf(id: FacetId): Facet {
  const facet = facets.find((one) => one.id === id);
  if (!facet) throw new Error(`no facet ${id}`);
  return facet;
}

export function isFacetId(id: string): id is FacetId {
  return facetIds.some((one) => one === id);
}

/** The engine's attribute that holds a facet's values. */
export function attribute(id: FacetId): string {
  return `facets.${id}`;
}

export function dayAttribute(field: DayField): string {
  return `facets.date.${field}`;
}

/** All that the engine must be told to filter and count by. */
export const filterable: string[] = [...facetIds.map(attribute), ...dayFields.map(dayAttribute)];
