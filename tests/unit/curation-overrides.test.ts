import { describe, expect, it } from 'vitest';
import type { EntityFacet } from '#lib/entities/entity.ts';
import { curateBy, OverridesFileError, parseOverrides } from '#lib/entities/overrides-file.ts';
import { smallRegister } from './register.ts';

const curated = (text: string) => curateBy(smallRegister, parseOverrides(text, 'overrides.yaml'));
const namesOf = (text: string, facet: EntityFacet, id: string) =>
  curated(text)
    .get(facet, id)
    ?.aliases.map((one) => one.text);

function refusal(text: string): OverridesFileError {
  try {
    curated(text);
  } catch (error) {
    if (error instanceof OverridesFileError) return error;
    throw error;
  }
  throw new Error('it was allowed');
}

describe('overrides', () => {
  it('add an entity, which may lie in another, and a topic with its phrases', () => {
    const register = curated(`
- add: {facet: region, id: tamsa, label: Tamsa, type: city, parent: donetsk-oblast, aliases: [Тамса]}
- add: {facet: topic, id: floods, label: Floods, phrases: {flood*: 2}}
- add: {facet: country, id: zorvat, label: Zorvat, demonyms: [Zorvati]}`);
    expect(register.ancestors('region', 'tamsa')).toEqual(['donetsk-oblast', 'ukraine']);
    expect(register.get('region', 'tamsa')?.aliases.map(({ text }) => text)).toEqual(['Tamsa', 'Тамса']);
    expect(register.get('topic', 'floods')?.phrases).toEqual({ 'flood*': 2 });
    expect(register.get('actor', 'zorvat')?.type).toBe('state');
    expect(register.get('region', 'zorvat')?.type).toBe('country');
  });

  it('give more names, also to the state and the place at once', () => {
    expect(namesOf('- alias: {facet: actor, id: vladimir-putin, aliases: [VVP]}', 'actor', 'vladimir-putin')).toContain(
      'VVP',
    );
    const both = '- alias: {facet: country, id: russia, aliases: [Rossiya]}';
    for (const facet of ['actor', 'region'] as const) expect(namesOf(both, facet, 'russia')).toContain('Rossiya');
  });

  it('merge names, children and earlier merges into one, and keep the old ids', () => {
    const register = curated(`
- merge: {facet: region, from: [kursk-oblast], into: donetsk-oblast}
- merge: {facet: region, from: [donetsk-oblast], into: ukraine}`);
    expect(register.get('region', 'kursk-oblast')).toBeUndefined();
    expect(register.get('region', 'kursk')?.parent).toBe('ukraine');
    expect(register.get('region', 'ukraine')?.aliases.map(({ text }) => text)).toContain('Курська область');
    expect([...register.curation.merged.region]).toEqual([
      ['kursk-oblast', 'ukraine'],
      ['donetsk-oblast', 'ukraine'],
    ]);
  });

  it('rename, and leave the old name a name', () => {
    const text = '- rename: {facet: region, id: kyiv, label: City of Kyiv}';
    expect(curated(text).get('region', 'kyiv')?.label).toBe('City of Kyiv');
    expect(namesOf(text, 'region', 'kyiv')).toEqual(expect.arrayContaining(['Kyiv', 'City of Kyiv']));
  });

  it('hide one name whatever its case form, or the entity, whose children move up', () => {
    expect(namesOf('- hide: {facet: region, id: kyiv, alias: Києва}', 'region', 'kyiv')).not.toContain('Києва');
    const register = curated('- hide: {facet: region, id: donetsk-oblast}');
    expect(register.get('region', 'donetsk-oblast')).toBeUndefined();
    expect(register.get('region', 'donetsk')?.parent).toBe('ukraine');
  });

  it('note decisions on findings, the last one on an entity alone, and follow a merge', () => {
    const { decisions } = curated(`
- pin: {finding: r-1, facet: region, id: kursk}
- remove: {finding: r-1, facet: region, id: kursk}
- pin: {finding: r-2, facet: region, id: kursk}
- merge: {facet: region, from: [kursk], into: moscow}`).curation;
    expect(decisions.get('r-1')).toEqual([{ is: 'removed', facet: 'region', id: 'moscow' }]);
    expect(decisions.get('r-2')).toEqual([{ is: 'pinned', facet: 'region', id: 'moscow' }]);
  });

  it('leave the register that they are applied to as it was', () => {
    const before = JSON.stringify(smallRegister.all('region'));
    curated('- merge: {facet: region, from: [donetsk], into: kyiv}\n- hide: {facet: region, id: kursk-oblast}');
    expect(JSON.stringify(smallRegister.all('region'))).toBe(before);
  });

  it('are none in an empty file, or one of comments alone, and the register is the same', () => {
    for (const text of ['', '# nothing yet\n', '[]']) expect(curated(text)).toBe(smallRegister);
  });

  it('are of one edition whatever the comments, and of another when they say something else', () => {
    const edition = (text: string) => parseOverrides(text, 'x').edition;
    const hide = '- hide: {facet: region, id: kyiv}';
    expect(edition(`# why\n${hide} # so`)).toBe(edition(hide));
    expect(edition('- hide: {facet: region, id: kursk}')).not.toBe(edition(hide));
    expect(edition('# none')).toBe('');
  });
});

describe('an override that cannot be followed', () => {
  it.each([
    [
      'an unknown id names near ones',
      '- rename: {facet: actor, id: vladimir-putn, label: P}',
      'line 1, entry 1 (rename)',
      'vladimir-putin',
    ],
    [
      'near ones by their names too',
      '- hide: {facet: actor, id: zelenskyy}',
      'no actor “zelenskyy”',
      'volodymyr-zelensky',
    ],
    ['an id that is there', '- add: {facet: region, id: kyiv, type: city}', 'a region “kyiv” already', 'alias'],
    ['a type that is none', '- add: {facet: actor, id: new-one, type: planet}', '“planet” is no type', 'armed-group'],
    [
      'a parent that is not there',
      '- add: {facet: region, id: new-one, type: city, parent: kyv}',
      'no region “kyv”',
      'kyiv',
    ],
    ['a merge into itself', '- merge: {facet: region, from: [kyiv], into: kyiv}', 'into itself', 'into'],
    [
      'a merge into what lies in it',
      '- merge: {facet: region, from: [ukraine], into: kyiv}',
      'lies in “ukraine”',
      'other way',
    ],
    ['a name that it has not', '- hide: {facet: region, id: kyiv, alias: Kiew}', 'no name “Kiew”', 'Kyiv'],
  ])('%s', (_, text, message, remedy) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(error.remedy).toContain(remedy);
  });

  it('is named where it stands, and by what it was merged into before', () => {
    const error = refusal(`# two
- merge: {facet: region, from: [kursk], into: moscow}

- rename: {facet: region, id: kursk, label: K}`);
    expect(error.message).toContain(
      'overrides.yaml, line 4, entry 2 (rename): region “kursk” was merged into “moscow”',
    );
    expect(error.remedy).toContain('moscow');
  });

  it.each([
    ['- merge: {facet: region, from: kyiv, into: moscow}', 'line 1, merge.from'],
    ['- hide: {facet: planet, id: kyiv}', 'line 1, hide.facet'],
    ['- hide: {facet: region, id: Kyiv Oblast}', 'ids are slugs'],
    ['- hide: {facet: region, id: kyiv, names: 1}', 'names'],
    ['# x\n- forget: {facet: region, id: kyiv}', 'line 2: an entry says one thing: add, alias'],
    ['- hide: {facet: region, id: kyiv}\n  pin: {}', 'an entry says one thing'],
    ['hide: kyiv', 'a list of entries'],
    ['- hide: {facet', 'no YAML'],
  ])('is refused by its form: %s', (text, message) => {
    expect(() => parseOverrides(text, 'overrides.yaml')).toThrow(OverridesFileError);
    expect(() => parseOverrides(text, 'overrides.yaml')).toThrow(message);
  });
});
