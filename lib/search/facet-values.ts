import type { Register } from '#lib/entities/register.ts';
import { fold, keyOf } from '#lib/entities/words.ts';
import { attribute, facetOf } from '#lib/facets/derive.ts';
import type { Facet, FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { facetCounts } from './counts.ts';
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

interface Name {
  id: string;
  text: string;
  /** As names are compared, each word after a space. */
  folded: string;
  key: string;
}

function nameOf(id: string, text: string): Name {
  const spaced = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return { id, text, folded: ` ${spaced.trim()}`, key: keyOf(text) };
}

/** Every name of every entity, once for each register. */
const namesByRegister = new WeakMap<Register, Map<string, Name[]>>();

function namesOf(facet: Facet, register: Register, counted: FacetValue[]): Name[] {
  if (facet.kind !== 'entity' && facet.kind !== 'tree') return counted.map(({ id, label }) => nameOf(id, label));
  const known = namesByRegister.get(register) ?? new Map<string, Name[]>();
  namesByRegister.set(register, known);
  const names =
    known.get(facet.id) ??
    register.all(facet.entities).flatMap(({ id, label, aliases }) => {
      const texts = new Set([label, ...aliases.map(({ text }) => text)]);
      return [...texts].map((text) => nameOf(id, text));
    });
  known.set(facet.id, names);
  return names;
}

/** By id, the first name of each that begins with what was typed, or has a word that does, or is a case form of it. */
function named(names: Name[], typed: Name): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, text, folded, key } of names)
    if (!found.has(id) && (folded.includes(typed.folded) || (key === typed.key && key !== ''))) found.set(id, text);
  return found;
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
  const typed = nameOf('', name);
  const found = named(
    namesOf(
      facet,
      register,
      counted.filter((one) => one.id !== NONE),
    ),
    typed,
  );
  const there = counted.flatMap((value) => aliased(value, found));
  const ids = new Set(there.map((one) => one.id));
  const absent = [...found.keys()].filter((one) => !ids.has(one)).slice(0, facetLimit + 1);
  const none = { only: absent, not: [] as string[], op: 'any' as const };
  const zero = facetCounts(facet, {}, none, every, register, sources).values;
  const values = [...there, ...zero.flatMap((value) => aliased({ ...value, active: false }, found))];
  return { facet: id, name, values: values.slice(0, facetLimit), truncated: values.length > facetLimit };
}

function aliased(value: FacetValue, found: Map<string, string>): NamedValue[] {
  const alias = found.get(value.id);
  return alias === undefined ? [] : [{ ...value, alias }];
}
