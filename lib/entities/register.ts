import type { Alias, Entity, EntityFacet, Entry, RegisterFile } from './entity.ts';
import { entityTypes } from './entity.ts';

/** All entities of the archive, by facet and id. */
export interface Register {
  get: (facet: EntityFacet, id: string) => Entity | undefined;
  all: (facet?: EntityFacet) => Entity[];
  /** Ids of what an entity lies in, nearest first. */
  ancestors: (facet: EntityFacet, id: string) => string[];
}

function aliasesOf(entry: Entry, label: string, cased: boolean): Alias[] {
  const of = (texts: string[], rule: Alias['rule']) => texts.map((text) => ({ text, rule, cased }));
  const all = [
    ...of([label, ...entry.aliases], 'name'),
    ...of(entry.demonyms, 'demonym'),
    ...of(entry.metonyms, 'metonym'),
  ];
  return [...new Map(all.map((alias) => [`${alias.rule}:${alias.text}`, alias])).values()];
}

function entity(facet: EntityFacet, type: string, entry: Entry): Entity {
  const label = entry.label ?? entry.id;
  const known: readonly string[] = entityTypes[facet];
  if (!known.includes(type))
    throw new Error(`register: ${facet} ${entry.id} has type ${type}; it may be ${known.join(', ')}`);
  const cased = entry.cased ?? false;
  return {
    id: entry.id,
    facet,
    type,
    label,
    aliases: aliasesOf(entry, label, cased),
    parent: entry.parent ?? null,
    phrases: entry.phrases ?? {},
  };
}

/** A country is two entities: the state that acts, and the place. Its adjective and its metonyms are the state's alone. */
function countryEntities(entry: Entry): Entity[] {
  const { parent: _, ...stateEntry } = entry;
  const state = entity('actor', 'state', stateEntry);
  const country = entity('region', 'country', { ...entry, demonyms: [], metonyms: [] });
  return [state, country];
}

function merge(into: Entry, more: Entry): Entry {
  return {
    ...into,
    ...more,
    aliases: [...into.aliases, ...more.aliases],
    demonyms: [...into.demonyms, ...more.demonyms],
    metonyms: [...into.metonyms, ...more.metonyms],
    phrases: { ...into.phrases, ...more.phrases },
  };
}

/** @throws Error naming the entry whose type is unknown or whose parent does not exist. */
export function createRegister(files: RegisterFile[]): Register {
  const entries = new Map<string, { facet: RegisterFile['facet']; type: string | undefined; entry: Entry }>();
  for (const file of files)
    for (const entry of file.entries) {
      const key = `${file.facet}:${entry.id}`;
      const before = entries.get(key);
      const type = entry.type ?? file.type ?? before?.type;
      entries.set(key, { facet: file.facet, type, entry: before ? merge(before.entry, entry) : entry });
    }
  const byKey = new Map<string, Entity>();
  for (const { facet, type, entry } of entries.values()) {
    const made = facet === 'country' ? countryEntities(entry) : [entity(facet, type ?? '', entry)];
    for (const one of made) byKey.set(`${one.facet}:${one.id}`, one);
  }
  return registerOf(byKey);
}

function registerOf(byKey: Map<string, Entity>): Register {
  const get: Register['get'] = (facet, id) => byKey.get(`${facet}:${id}`);
  for (const { facet, id, parent } of byKey.values())
    if (parent && !get(facet, parent))
      throw new Error(`register: ${facet} ${id} has the parent ${parent}, which does not exist`);
  const everything = [...byKey.values()];
  return {
    get,
    all: (facet) => (facet ? everything.filter((one) => one.facet === facet) : everything),
    ancestors: (facet, id) => {
      const chain: string[] = [];
      let parent = get(facet, id)?.parent;
      while (parent && !chain.includes(parent)) {
        chain.push(parent);
        parent = get(facet, parent)?.parent;
      }
      return chain;
    },
  };
}
