import { describe, expect, it } from 'vitest';
import { checkEntities } from '#indexer/curation/check.ts';
import { type Entity, entityFacets } from '#lib/entities/entity.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { smallRegister } from './register.ts';

const all = entityFacets.flatMap(smallRegister.all);

function town(id: string, more: Partial<Entity> = {}): Entity {
  const plain = smallRegister.get('region', 'velyka-novosilka');
  if (!plain) throw new Error('the small register has changed');
  return { ...plain, id, label: id, aliases: [{ text: id, rule: 'name', cased: false }], ...more };
}
const named = (text: string) => ({ aliases: [{ text, rule: 'name' as const, cased: false }] });
const found = (...more: Entity[]) => checkEntities([...all, ...more]).map(({ is, ids }) => [is, ...ids]);

describe('the check of entities', () => {
  it('finds nothing in a sound register, nor in the real one', () => {
    expect(found()).toEqual([]);
    expect(checkEntities(entityFacets.flatMap(loadRegister().all))).toEqual([]);
  });

  it('finds a name of two actors, whatever its case and accents', () => {
    const putin = { ...town('other'), ...named('PÚTIN'), facet: 'actor' as const, type: 'person', parent: null };
    expect(found(putin)).toEqual([['doubled alias', 'vladimir-putin', 'other']]);
  });

  it('finds a name of two places that nothing tells apart', () => {
    expect(found(town('one', named('Tamsa')), town('two', named('Tamsa')))).toEqual([['doubled alias', 'one', 'two']]);
  });

  it.each([
    ['they lie in', { parent: 'kursk-oblast' }],
    ['kind they are of', { type: 'division' }],
    ['well known they are', { prominence: 2 }],
  ])('leaves places of one name be that are told apart by what or how %s', (_, other) => {
    expect(found(town('one', named('Tamsa')), town('two', { ...named('Tamsa'), ...other }))).toEqual([]);
  });

  it('finds cycles, orphans, ids that are no slugs, empty labels, and names without a word', () => {
    expect(found(town('one', { parent: 'two' }), town('two', { parent: 'one' }))).toEqual([
      ['cycle', 'one', 'two'],
      ['cycle', 'two', 'one'],
    ]);
    expect(found(town('one', { parent: 'atlantis' }))).toEqual([['orphan', 'one', 'atlantis']]);
    expect(found(town('Not a Slug'))).toEqual([['no slug', 'Not a Slug']]);
    expect(found(town('one', { label: ' ' }))).toEqual([['empty label', 'one']]);
    expect(found(town('one', named('—')))).toEqual([['no words', 'one']]);
  });
});
