import { type Curation, NOT_CURATED } from './curation.ts';
import type { Alias, Entity, EntityFacet, Entry, RegisterFile } from './entity.ts';
import { entityTypes } from './entity.ts';

/** All entities of the archive, by facet and id. */
export interface Register {
  get: (facet: EntityFacet, id: string) => Entity | undefined;
  all: (facet: EntityFacet) => Entity[];
  /** Ids of what an entity lies in, nearest first. */
  ancestors: (facet: EntityFacet, id: string) => string[];
  curation: Curation;
}

type Entities = Record<EntityFacet, Map<string, Entity>>;

interface Merged {
  facet: RegisterFile['facet'];
  type: string;
  entry: Entry;
}

const NO_PHRASES = {};

/** Adds the texts that an entity does not have yet by the rule; written for tens of thousands of entities. */
function addAliases(aliases: Alias[], texts: string[], rule: Alias['rule'], cased: boolean): void {
  for (const text of texts)
    if (!aliases.some((other) => other.text === text && other.rule === rule)) aliases.push({ text, rule, cased });
}

function aliasesOf({ aliases, demonyms, metonyms }: Entry, label: string, cased: boolean): Alias[] {
  const all: Alias[] = [{ text: label, rule: 'name', cased }];
  addAliases(all, aliases, 'name', cased);
  addAliases(all, demonyms, 'demonym', cased);
  addAliases(all, metonyms, 'metonym', cased);
  return all;
}

export function entityOf(facet: EntityFacet, type: string, entry: Entry): Entity {
  const label = entry.label ?? entry.id;
  const known: readonly string[] = entityTypes[facet];
  if (!known.includes(type))
    throw new Error(`register: ${facet} ${entry.id} has type ${type}; it may be ${known.join(', ')}`);
  return {
    id: entry.id,
    facet,
    type,
    label,
    aliases: aliasesOf(entry, label, entry.cased ?? false),
    parent: entry.parent ?? null,
    phrases: entry.phrases ?? NO_PHRASES,
    prominence: entry.prominence ?? null,
    personal: entry.personal ?? false,
  };
}

/** A country is two entities: the state that acts, and the place. Its adjective and its metonyms are the state's alone. */
export function countryEntities(entry: Entry): Entity[] {
  const { parent: _, ...stateEntry } = entry;
  const state = entityOf('actor', 'state', stateEntry);
  const country = entityOf('region', 'country', { ...entry, demonyms: [], metonyms: [] });
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

/** The entries of all files in order, those of one facet and id merged. */
function mergeFiles(files: RegisterFile[]): Iterable<Merged> {
  const merged: Merged[] = [];
  const known = { actor: new Map(), region: new Map(), topic: new Map(), country: new Map() } satisfies Record<
    RegisterFile['facet'],
    Map<string, Merged>
  >;
  for (const file of files)
    for (const entry of file.entries) {
      const before: Merged | undefined = known[file.facet].get(entry.id);
      const type = entry.type ?? file.type ?? before?.type ?? '';
      if (before) Object.assign(before, { type, entry: merge(before.entry, entry) });
      else {
        const first = { facet: file.facet, type, entry };
        known[file.facet].set(entry.id, first);
        merged.push(first);
      }
    }
  return merged;
}

/** @throws Error naming the entry whose type is unknown or whose parent does not exist. */
export function createRegister(files: RegisterFile[]): Register {
  const entities: Entities = { actor: new Map(), region: new Map(), topic: new Map() };
  for (const { facet, type, entry } of mergeFiles(files)) {
    const made = facet === 'country' ? countryEntities(entry) : [entityOf(facet, type, entry)];
    for (const one of made) entities[one.facet].set(one.id, one);
  }
  return registerOf(entities);
}

/** A register of entities that are made already. @throws Error naming one whose parent does not exist. */
export function registerFrom(all: Entity[], curation?: Curation): Register {
  const entities: Entities = { actor: new Map(), region: new Map(), topic: new Map() };
  for (const one of all) entities[one.facet].set(one.id, one);
  return registerOf(entities, curation);
}

function registerOf(entities: Entities, curation = NOT_CURATED): Register {
  const get: Register['get'] = (facet, id) => entities[facet].get(id);
  for (const byId of Object.values(entities))
    for (const { facet, id, parent } of byId.values())
      if (parent && !get(facet, parent))
        throw new Error(`register: ${facet} ${id} has the parent ${parent}, which does not exist`);
  return {
    ...{ get, curation },
    all: (facet) => [...entities[facet].values()],
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
