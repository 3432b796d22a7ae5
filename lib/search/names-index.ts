import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold, keyOf } from '#lib/entities/words.ts';

interface Name {
  id: string;
  text: string;
  /** As names are compared, each word after a space. */
  folded: string;
  key: string;
}

/** Names by the first letter of each of their words. */
export type NamesIndex = ReadonlyMap<string, Name[]>;

export interface FoundName {
  /** The first of an entity's names that goes by what was typed. */
  text: string;
  /** Does any of its names begin with it, not only a word of one? */
  begins: boolean;
}

function nameOf(id: string, text: string): Name {
  const spaced = fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  return { id, text, folded: ` ${spaced.trim()}`, key: keyOf(text) };
}

export function indexNames(texts: Iterable<{ id: string; text: string }>): NamesIndex {
  const index = new Map<string, Name[]>();
  for (const { id, text } of texts) {
    const name = nameOf(id, text);
    for (const letter of new Set(Array.from(name.folded.matchAll(/ ./gu), ([start]) => start)))
      index.get(letter)?.push(name) ?? index.set(letter, [name]);
  }
  return index;
}

const indexes = new WeakMap<Register, Map<EntityFacet, NamesIndex>>();

/** Every name of every entity of a facet, indexed once for each register. */
export function entityNames(facet: EntityFacet, register: Register): NamesIndex {
  const known = indexes.get(register) ?? new Map<EntityFacet, NamesIndex>();
  indexes.set(register, known);
  const made =
    known.get(facet) ??
    indexNames(
      register.all(facet).flatMap(({ id, label, aliases }) => {
        const texts = new Set([label, ...aliases.map(({ text }) => text)]);
        return [...texts].map((text) => ({ id, text }));
      }),
    );
  known.set(facet, made);
  return made;
}

/** By id, the names that begin with what was typed, or have a word that does, or are a case form of it. */
export function findNames(index: NamesIndex, typed: string): Map<string, FoundName> {
  const { folded: start, key: form } = nameOf('', typed);
  const found = new Map<string, FoundName>();
  for (const { id, text, folded, key } of index.get(start.slice(0, 2)) ?? []) {
    const same = key === form && key !== '';
    if (!same && !folded.includes(start)) continue;
    const before = found.get(id);
    const begins = same || folded.startsWith(start);
    if (before) before.begins ||= begins;
    else found.set(id, { text, begins });
  }
  return found;
}
