import type { FacetValue } from '#lib/search/result.ts';

export interface Placed {
  value: FacetValue;
  depth: number;
}

/** Values in reading order, those that lie in one another below it; siblings keep their order. */
export function placed(values: FacetValue[]): Placed[] {
  const listed = new Set(values.map(({ id }) => id));
  const below = (parent: string | null, depth: number): Placed[] =>
    values
      .filter((value) => (value.parent && listed.has(value.parent) ? value.parent : null) === parent)
      .flatMap((value) => [{ value, depth }, ...below(value.id, depth + 1)]);
  return below(null, 0);
}
