import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EntityFacet, entityFacets, RegisterFile } from '#lib/entities/entity.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { createRegister } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';

const register = loadRegister();
const TOPICS = 22;

describe('the register', () => {
  it('has the topics of the field, every country, and what a reader would try', () => {
    expect(register.all('topic')).toHaveLength(TOPICS);
    expect(register.all('region').filter(({ type }) => type === 'country').length).toBeGreaterThan(190);
    const ids: [EntityFacet, string][] = [
      ['actor', 'volodymyr-zelensky'],
      ['actor', 'institute-for-the-study-of-war'],
      ['actor', 'russia'],
      ['region', 'russia'],
      ['region', 'zaporizhia-oblast'],
      ['region', 'crimea'],
    ];
    for (const [facet, id] of ids) expect(register.get(facet, id)?.id).toBe(id);
  });

  it('has every oblast of Ukraine under Ukraine, Crimea too', () => {
    const divisions = register.all('region').filter(({ type, parent }) => type === 'division' && parent === 'ukraine');
    expect(divisions.length).toBeGreaterThanOrEqual(25);
    expect(register.ancestors('region', 'crimea')).toEqual(['ukraine']);
  });

  // An alias of two would make of each mention both.
  it.each(entityFacets)('has no alias of two %ss', (facet) => {
    const owners = new Map<string, Set<string>>();
    for (const { id, aliases } of register.all(facet))
      for (const { text } of aliases) {
        const key = text === text.toUpperCase() && /^\p{Script=Latin}+$/u.test(text) ? text : fold(text);
        owners.set(key, (owners.get(key) ?? new Set()).add(id));
      }
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([alias, ids]) => [alias, ...ids])).toEqual([]);
  });
});

describe('a register file', () => {
  const country = { facet: 'country', entries: [{ id: 'a', label: 'A', demonyms: ['An'], metonyms: ['B'] }] };

  it('makes of a country a state that acts and a place', () => {
    const made = createRegister([RegisterFile.parse(country)]);
    expect(made.get('actor', 'a')).toMatchObject({ type: 'state', label: 'A' });
    expect(made.get('region', 'a')?.aliases).toEqual([{ text: 'A', rule: 'name', cased: false }]);
  });

  it('adds to an entry of the same id, no alias twice', () => {
    const more = { facet: 'country', entries: [{ id: 'a', aliases: ['Aland', 'A'] }] };
    const made = createRegister([country, more].map((file) => RegisterFile.parse(file)));
    expect(made.get('actor', 'a')?.aliases.map(({ text }) => text)).toEqual(['A', 'Aland', 'An', 'B']);
    expect(made.get('actor', 'a')?.label).toBe('A');
  });

  it('with a type or a parent that does not exist is refused by the entry’s name', () => {
    const file = (entry: object) => [
      RegisterFile.parse({ facet: 'region', type: 'city', entries: [{ id: 'x', label: 'X', ...entry }] }),
    ];
    expect(() => createRegister(file({ type: 'planet' }))).toThrow(/x has type planet/);
    expect(() => createRegister(file({ parent: 'nowhere' }))).toThrow(/x has the parent nowhere/);
  });
});

describe('a folder of register files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'register-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, ...lines: string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);

  it('holds what is curated as YAML and what is derived as lines, in the order of their names, and nothing else', () => {
    const city = { id: 'port-ilma', label: 'Port Ilma', aliases: ['Ilma'], parent: 'ilmaland' };
    write('cities.jsonl', '{"facet":"region","type":"city","licence":"free"}', JSON.stringify(city));
    write('cities.yaml', 'facet: region', 'entries:', '  - id: port-ilma', '    aliases: [Порт Ільма]');
    write('states.yaml', 'facet: country', 'entries:', '  - id: ilmaland', '    label: Ilmaland');
    write('README.md', 'No register file.');
    const made = loadRegister(folder);
    expect(made.all('region').map(({ id, type }) => [id, type])).toEqual([
      ['port-ilma', 'city'],
      ['ilmaland', 'country'],
    ]);
    expect(made.get('region', 'port-ilma')?.aliases.map(({ text }) => text)).toEqual([
      'Port Ilma',
      'Ilma',
      'Порт Ільма',
    ]);
  });

  it.each([
    ['cities.yaml', ['facet: region', 'entries:', '  - id: port-ilma', '    alias: [Ilma]'], /alias/],
    ['cities.jsonl', ['{"facet":"region"}', '{"id":"Port Ilma"}'], /ids are slugs/],
  ])('is refused where %s does not fit, by its name', (name, lines, reason) => {
    write(name, ...lines);
    expect(() => loadRegister(folder)).toThrow(name);
    expect(() => loadRegister(folder)).toThrow(reason);
  });
});
