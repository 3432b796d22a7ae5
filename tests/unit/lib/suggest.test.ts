import { describe, expect, it } from 'vitest';
import { suggestions } from '#lib/search/suggest.ts';
import { parseSuggest } from '#lib/search/suggest-url.ts';
import { smallRegister } from '../register.ts';

const counts = {
  actor: { 'volodymyr-zelensky': 214, 'vladimir-putin': 90, russia: 300, 'russian-ministry-of-defense': 12 },
  region: { 'kursk-oblast': 40, 'donetsk-oblast': 41, russia: 60 },
  source: { 'moscow-post': 3, known: 2 },
  ...{ topic: {}, kind: {}, lang: {} },
};
const shown = {
  register: smallRegister,
  sources: new Map(Object.entries({ known: 'A Known Paper', 'moscow-post': 'The Moscow Post' })),
};
const suggest = (name: string) => suggestions(name, counts, shown);
const ids = (name: string) => suggest(name).values.map(({ facet, id }) => `${facet} ${id}`);

describe('what the archive has by a name', () => {
  it.each(['Зел', 'зеленського', 'ZELENSKYY', 'zel'])(
    '%s is known by any alias, in any script and case form',
    (name) => {
      expect(suggest(name).values).toMatchObject([
        { facet: 'actor', id: 'volodymyr-zelensky', label: 'Volodymyr Zelensky', type: 'person', count: 214 },
      ]);
    },
  );

  it('tells the alias that was meant, and the label where that will do', () => {
    expect(suggest('Зел').values[0]?.alias).toBe('Зеленський');
    expect(suggest('Zel').values[0]?.alias).toBe('Volodymyr Zelensky');
  });

  it('puts most findings first, and beginnings of names before words in them', () => {
    expect(ids('Rus')).toEqual(['actor russia', 'region russia', 'actor russian-ministry-of-defense']);
    expect(ids('Ob')).toEqual(['region donetsk-oblast', 'region kursk-oblast']);
    // The state is called Moscow too; of the paper it is only a word.
    expect(ids('Mosc')).toEqual(['actor russia', 'source moscow-post']);
  });

  it('leaves out what no finding has', () => {
    expect(smallRegister.get('actor', 'ukraine')).toBeDefined();
    expect(ids('Ukraine')).toEqual([]);
  });

  it('knows sources by what they are called', () => {
    expect(suggest('Known').values).toMatchObject([{ facet: 'source', label: 'A Known Paper', type: 'source' }]);
    expect(suggest('the mos').values).toMatchObject([{ facet: 'source', label: 'The Moscow Post', count: 3 }]);
  });

  it('reads the longest end that begins a name, and says which', () => {
    expect(suggest('drones over Kursk Ob')).toMatchObject({ name: 'Kursk Ob', values: [{ id: 'kursk-oblast' }] });
    expect(suggest('drones over nowhere')).toEqual({ name: 'drones over nowhere', values: [] });
  });
});

describe('what is asked of /api/suggest', () => {
  const parse = (search: string) => parseSuggest(new URLSearchParams(search));

  it('is a name', () => {
    expect(parse('name=+Зел')).toEqual({ ok: true, name: 'Зел' });
  });

  it.each([
    ['', 'bad_value', 'name'],
    ['name=%20-', 'bad_value', 'name'],
    ['name=a&name=b', 'repeated_parameter', 'name'],
    ['name=a&nmae=b', 'unknown_parameter', 'nmae'],
    ['name=a&actor=russia', 'unknown_parameter', 'actor'],
  ])('%s is refused', (search, code, param) => {
    expect(parse(search)).toMatchObject({ ok: false, problems: [{ code, param }] });
  });
});
