import type { Curation, Decision } from './curation.ts';
import type { Alias, Entity, EntityFacet } from './entity.ts';
import { entityFacets, entityTypes } from './entity.ts';
import { nearIds } from './near.ts';
import type { ActionName, Override, OverrideFacet } from './overrides.ts';
import { countryEntities, entityOf, type Register, registerFrom } from './register.ts';
import { keyOf } from './words.ts';

/** An override that the register does not allow; `at` is its place in the list, from 0. */
export class OverrideError extends Error {
  override readonly name = 'OverrideError';
  readonly remedy: string;
  readonly at: number;

  constructor(at: number, message: string, remedy: string) {
    super(message);
    this.at = at;
    this.remedy = remedy;
  }
}

/** A register on its way to another. Entities are replaced, never changed: the first register keeps its own. */
interface Draft {
  entities: Record<EntityFacet, Map<string, Entity>>;
  merged: Record<EntityFacet, Map<string, string>>;
  decisions: Map<string, Decision[]>;
  refuse: (message: string, remedy: string) => never;
  /** @throws OverrideError naming near ones where there is none. */
  find: (facet: EntityFacet, id: string) => Entity;
}

type WhatOf<K extends ActionName> = Extract<Override, { action: K }>['what'];
type Appliers = { [K in ActionName]: (draft: Draft, what: WhatOf<K>) => void };

function facetsOf(facet: OverrideFacet): EntityFacet[] {
  return facet === 'country' ? ['actor', 'region'] : [facet];
}

function withAliases(entity: Entity, more: Alias[]): Entity {
  const isNew = ({ text, rule }: Alias) => !entity.aliases.some((one) => one.text === text && one.rule === rule);
  return { ...entity, aliases: [...entity.aliases, ...more.filter(isNew)] };
}

function put({ entities }: Draft, entity: Entity): void {
  entities[entity.facet].set(entity.id, entity);
}

/** What lay in an entity lies in another, or in none. */
function moveChildren(draft: Draft, facet: EntityFacet, from: string, parent: string | null): void {
  for (const one of draft.entities[facet].values()) if (one.parent === from) put(draft, { ...one, parent });
}

function isWithin({ entities }: Draft, facet: EntityFacet, id: string, outer: string): boolean {
  const seen = new Set<string>();
  for (let at = entities[facet].get(id)?.parent; at && !seen.has(at); at = entities[facet].get(at)?.parent) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}

function add(draft: Draft, { facet, ...entry }: WhatOf<'add'>): void {
  for (const one of facetsOf(facet))
    if (draft.entities[one].has(entry.id))
      draft.refuse(`there is a ${one} “${entry.id}” already`, 'give it more names with "alias", or take another id');
  if (entry.parent) draft.find(facet === 'country' ? 'region' : facet, entry.parent);
  if (facet !== 'country') {
    const types: readonly string[] = entityTypes[facet];
    const type = entry.type ?? (types.length === 1 ? types[0] : undefined) ?? '';
    if (!types.includes(type)) draft.refuse(`“${type}” is no type of ${facet}`, `give as type ${types.join(', ')}`);
    put(draft, entityOf(facet, type, entry));
  } else for (const one of countryEntities(entry)) put(draft, one);
}

function alias(draft: Draft, { facet, id, aliases, cased = false }: WhatOf<'alias'>): void {
  const more = aliases.map((text): Alias => ({ text, rule: 'name', cased }));
  for (const one of facetsOf(facet)) put(draft, withAliases(draft.find(one, id), more));
}

function mergeOne(draft: Draft, facet: EntityFacet, from: string, into: string): void {
  if (from === into) draft.refuse(`“${from}” cannot be merged into itself`, 'name another in "into"');
  const [old, kept] = [draft.find(facet, from), draft.find(facet, into)];
  if (isWithin(draft, facet, into, from)) draft.refuse(`“${into}” lies in “${from}”`, 'merge them the other way round');
  put(draft, { ...withAliases(kept, old.aliases), phrases: { ...old.phrases, ...kept.phrases } });
  draft.entities[facet].delete(from);
  moveChildren(draft, facet, from, into);
  const merged = draft.merged[facet];
  for (const [id, now] of merged) if (now === from) merged.set(id, into);
  merged.set(from, into);
}

function merge(draft: Draft, { facet, from, into }: WhatOf<'merge'>): void {
  for (const one of facetsOf(facet)) for (const id of from) mergeOne(draft, one, id, into);
}

function rename(draft: Draft, { facet, id, label }: WhatOf<'rename'>): void {
  for (const one of facetsOf(facet)) {
    const entity = draft.find(one, id);
    const cased = entity.aliases.some((known) => known.cased);
    put(draft, { ...withAliases(entity, [{ text: label, rule: 'name', cased }]), label });
  }
}

function hide(draft: Draft, { facet, id, alias: name }: WhatOf<'hide'>): void {
  for (const one of facetsOf(facet)) {
    const entity = draft.find(one, id);
    if (name === undefined) {
      draft.entities[one].delete(id);
      moveChildren(draft, one, id, entity.parent);
      continue;
    }
    const aliases = entity.aliases.filter(({ text }) => keyOf(text) !== keyOf(name));
    if (aliases.length === entity.aliases.length)
      draft.refuse(
        `${one} “${id}” has no name “${name}”`,
        `it has ${entity.aliases.map(({ text }) => text).join(', ')}`,
      );
    put(draft, { ...entity, aliases });
  }
}

function decide(is: Decision['is']) {
  return (draft: Draft, { finding, facet, id }: WhatOf<'pin'>): void => {
    draft.find(facet, id);
    const others = (draft.decisions.get(finding) ?? []).filter((one) => one.facet !== facet || one.id !== id);
    draft.decisions.set(finding, [...others, { is, facet, id }]);
  };
}

const appliers: Appliers = { add, alias, merge, rename, hide, pin: decide('pinned'), remove: decide('removed') };

function draftOf(register: Register, at: () => number): Draft {
  const refuse: Draft['refuse'] = (message, remedy) => {
    throw new OverrideError(at(), message, remedy);
  };
  const entities = {
    actor: new Map(register.all('actor').map((one) => [one.id, one])),
    region: new Map(register.all('region').map((one) => [one.id, one])),
    topic: new Map(register.all('topic').map((one) => [one.id, one])),
  };
  const merged = { actor: new Map(), region: new Map(), topic: new Map() } satisfies Draft['merged'];
  const find: Draft['find'] = (facet, id) => {
    const found = entities[facet].get(id);
    if (found) return found;
    const now = merged[facet].get(id);
    if (now) return refuse(`${facet} “${id}” was merged into “${now}”`, `name “${now}” instead`);
    const near = nearIds(register, facet, id);
    return refuse(
      `there is no ${facet} “${id}”`,
      near.length > 0 ? `did you mean ${near.join(', ')}?` : 'sitrep entities add makes one',
    );
  };
  return { entities, merged, decisions: new Map(), refuse, find };
}

/** A decision on what was merged, or hidden, afterwards. */
function settled({ merged, entities }: Draft, decisions: Decision[]): Decision[] {
  return decisions
    .map((one) => ({ ...one, id: merged[one.facet].get(one.id) ?? one.id }))
    .filter(({ facet, id }) => entities[facet].has(id));
}

/**
 * A register with overrides applied to it, in their order; the register stays as it is. `edition` tells them from others.
 * @throws OverrideError for the first that does not fit.
 */
export function curate(register: Register, overrides: Override[], edition: string): Register {
  let at = 0;
  const draft = draftOf(register, () => at);
  for (const { action, what } of overrides) {
    // The table's type pairs each action with what it takes; the compiler does not see it through the union.
    (appliers[action] as (draft: Draft, what: Override['what']) => void)(draft, what);
    at += 1;
  }
  const decisions = new Map([...draft.decisions].map(([finding, all]) => [finding, settled(draft, all)]));
  const curation: Curation = { merged: draft.merged, decisions, edition };
  return registerFrom(
    entityFacets.flatMap((facet) => [...draft.entities[facet].values()]),
    curation,
  );
}
