import type { Register } from '#lib/entities/register.ts';
import { dayNumber, dayOfInstant } from '#lib/report/day.ts';
import type { Facet, Subject } from './facets.ts';

/** The value stored where a facet has none, so that "not tagged" is a value like any other. */
export const NONE = '_none';

export type Stored = string[] | Record<string, number | null>;

function unique(values: string[]): string[] {
  return values.length > 0 ? [...new Set(values)] : [NONE];
}

function idsOf(facet: Extract<Facet, { kind: 'entity' | 'tree' }>, { findings, stated }: Subject): string[] {
  return [
    ...findings.flatMap((finding) => facet.tags(finding).map(({ id }) => id)),
    ...(stated?.[facet.entities] ?? []),
  ];
}

/** A facet's values as documents carry them: ids (of a tree with all that they lie in), or day numbers a field. */
export function stored(facet: Facet, subject: Subject, register: Register): Stored {
  switch (facet.kind) {
    case 'entity':
      return unique(idsOf(facet, subject));
    case 'tree':
      return unique(idsOf(facet, subject).flatMap((id) => [id, ...register.ancestors(facet.entities, id)]));
    case 'choice':
      return unique(facet.values(subject));
    case 'day':
      return Object.fromEntries(
        Object.entries(facet.values(subject.report)).map(([field, at]) => [
          field,
          at ? dayNumber(dayOfInstant(at)) : null,
        ]),
      );
  }
}
