import { type Entity, type EntityFacet, Entry } from '#lib/entities/entity.ts';
import { fold, keyOf } from '#lib/entities/words.ts';

/** Something about entities that makes tags wrong, or impossible. */
export interface Weakness {
  is: 'doubled alias' | 'cycle' | 'orphan' | 'no slug' | 'empty label' | 'no words';
  facet: EntityFacet;
  ids: string[];
  detail: string;
}

/** By what the tagger can tell entities of one name apart: of places, their kind, what they lie in and how well they are known. */
function traits({ facet, type, parent, prominence }: Entity): string {
  return facet === 'region' ? [type, parent, prominence].join('|') : '';
}

/** Names of several entities that nothing tells apart: all of them would be tagged, or none. */
function doubledAliases(entities: Entity[]): Weakness[] {
  const byName = new Map<string, { name: string; facet: EntityFacet; ids: Set<string> }>();
  for (const entity of entities)
    for (const { text, rule } of entity.aliases) {
      // Of short forms a report's full names tell which is meant.
      if (rule === 'short') continue;
      const key = [entity.facet, fold(text), traits(entity)].join('|');
      const known = byName.get(key) ?? { name: text, facet: entity.facet, ids: new Set() };
      byName.set(key, known);
      known.ids.add(entity.id);
    }
  return [...byName.values()].flatMap(({ name, facet, ids }) =>
    ids.size > 1
      ? [
          {
            is: 'doubled alias' as const,
            facet,
            ids: [...ids],
            detail: `“${name}” is a name of each; merge them, or hide it of all but one`,
          },
        ]
      : [],
  );
}

/** The parents of an entity, nearest first, until one comes again or is not there. */
function chainOf(entity: Entity, byId: Map<string, Entity>): string[] {
  const chain: string[] = [];
  let parent = entity.parent;
  while (parent && !chain.includes(parent)) {
    chain.push(parent);
    parent = byId.get(parent)?.parent ?? null;
  }
  return chain;
}

function weaknessesOf(entity: Entity, byId: Map<string, Entity>): Weakness[] {
  const { facet, id, label, parent, aliases } = entity;
  const of = (is: Weakness['is'], detail: string, more: string[] = []): Weakness => ({
    is,
    facet,
    ids: [id, ...more],
    detail,
  });
  const wordless = aliases.filter(({ text }) => keyOf(text) === '');
  return [
    ...(Entry.shape.id.safeParse(id).success ? [] : [of('no slug', 'ids are a-z, 0-9 and single hyphens')]),
    ...(label.trim() === '' ? [of('empty label', 'give it a label')] : []),
    ...wordless.map(({ text }) => of('no words', `its name “${text}” has no letter or number, and is never found`)),
    ...(parent && !byId.has(parent) ? [of('orphan', `it lies in “${parent}”, which is not there`, [parent])] : []),
    ...(chainOf(entity, byId).includes(id)
      ? [of('cycle', 'it lies in itself', chainOf(entity, byId).slice(0, -1))]
      : []),
  ];
}

/** What is wrong with entities, those of one facet after those of another. Names that context tells apart are not. */
export function checkEntities(entities: Entity[]): Weakness[] {
  const facets = [...new Set(entities.map(({ facet }) => facet))];
  return facets.flatMap((facet) => {
    const here = entities.filter((one) => one.facet === facet);
    const byId = new Map(here.map((one) => [one.id, one]));
    return [...here.flatMap((one) => weaknessesOf(one, byId)), ...doubledAliases(here)];
  });
}
