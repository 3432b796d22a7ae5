import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';
import type { TaggedFinding, Wanted } from './tagging-findings.ts';

export const FACETS = [
  ['actor', 'actors'],
  ['region', 'regions'],
  ['topic', 'topics'],
] as const satisfies [EntityFacet, keyof TaggedFinding][];

/** Ids by facet. */
export type Predicted = Record<(typeof FACETS)[number][1], string[]>;

export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** The names by which a predicted value may stand in the hand-made tags. */
function namesOf(facet: EntityFacet, id: string, register: Register): string[] {
  if (facet === 'topic') return [id];
  const aliases = register.get(facet, id)?.aliases ?? [];
  return aliases.filter(({ rule }) => rule === 'name').map(({ text }) => fold(text));
}

const matches = (value: string, names: string[]) => value.split('|').some((variant) => names.includes(fold(variant)));

function byName(register: Register): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id } of register.all('region'))
    for (const name of namesOf('region', id, register)) ids.set(name, [...(ids.get(name) ?? []), id]);
  return ids;
}

/** Scores by the rules of the guidelines: what is optional, or an ancestor of what is wanted, is ignored. */
export function createScorer(register: Register) {
  const regions = byName(register);
  const implied = (values: string[]) =>
    new Set(
      values
        .flatMap((value) => value.split('|').flatMap((variant) => regions.get(fold(variant)) ?? []))
        .flatMap((id) => register.ancestors('region', id)),
    );
  return (facet: EntityFacet, predicted: string[], wanted: Wanted): Counts & { errors: string[] } => {
    const named = predicted.map((id) => ({ id, names: namesOf(facet, id, register) }));
    const missed = wanted.required.filter((value) => !named.some(({ names }) => matches(value, names)));
    const listed = [...wanted.required, ...wanted.optional];
    const ancestors = facet === 'region' ? implied(listed) : new Set<string>();
    const wrong = named.filter(({ id, names }) => !listed.some((value) => matches(value, names)) && !ancestors.has(id));
    return {
      right: wanted.required.length - missed.length,
      wrong: wrong.length,
      missed: missed.length,
      errors: [...missed.map((value) => `- ${value}`), ...wrong.map(({ id }) => `+ ${id}`)],
    };
  };
}

export function sum(one: Counts | undefined, other: Counts): Counts {
  if (!one) return { right: other.right, wrong: other.wrong, missed: other.missed };
  return { right: one.right + other.right, wrong: one.wrong + other.wrong, missed: one.missed + other.missed };
}

export function figures({ right, wrong, missed }: Counts): string {
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return `precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`;
}
