import { describe, expect, it } from 'vitest';
import { createPlaces } from '#indexer/tagging/places.ts';
import { siteCountry } from '#indexer/tagging/site-country.ts';
import { createTagger, matcherOf, readingOf } from '#indexer/tagging/tagger.ts';
import { loadRegister } from '#lib/entities/load.ts';

const register = loadRegister();
const match = matcherOf(register);
const tag = createTagger(register, match);
const places = createPlaces(register);
const regionsOf = (text: string) => tag(text).regions.map(({ id }) => id);
const actorsOf = (text: string) => tag(text).actors.map(({ id }) => id);

describe('no place is', () => {
  it.each([
    // A person …
    'Jordan Peterson gave a lecture.',
    'Lyndon Johnson signed the bill.',
    'The lawyer, Sidney Lancaster, declined.',
    'Mr. Jackson filed the papers.',
    'Capt. Houston filed the papers.',
    'Judge Warren ruled against it.',
    'J. Carson wrote the memo.',
    'Clinton said the talks had stalled.',
    'Michelle Paris and Chad Holloway attended.',
    // … or a body, paper, treaty or dish.
    'The University of Chicago published a study.',
    'Oxford University published a study.',
    'The Archbishop of Canterbury preached.',
    'The Chicago Tribune ran the story.',
    'The Minsk agreements expired.',
    'Both signed the Geneva Conventions.',
    'The Dayton Accords ended it.',
    // A common word, at the start of a sentence too.
    'Nice weather helped the drones.',
    'Reading the order took an hour.',
    'Split units lost contact.',
    'Mobile air defense groups shot it down.',
    'Most of the crews came home.',
    'Hit twice, the tank burned.',
    'Of the ten, two flew on.',
    'Normal traffic resumed. Surprise was lost.',
    'Victory is far off. Independence was declared.',
    'Orange smoke rose over the trench.',
    // Letters that are short for something.
    'The NIS reported it.',
    // Lower case.
    'He ate turkey off the china in the reading room.',
    // Where a text was written.
    'KABUL, Afghanistan (Jan. 25, 2013) A force detained two men.',
  ])('%s', (text) => {
    expect(regionsOf(text)).toEqual([]);
  });

  it('what stands for a person is no state either', () => {
    expect(actorsOf('Jordan Peterson gave a lecture.')).not.toContain('jordan');
    expect(actorsOf('Chad Holloway attended.')).not.toContain('chad');
    expect(actorsOf('Jordan closed its airspace.')).toContain('jordan');
    expect(actorsOf('Chad recalled its envoy.')).toContain('chad');
  });

  it('nor is the state of the US a state of its own', () => {
    expect(actorsOf('Georgia sued, and Atlanta with it.')).not.toContain('georgia');
    expect(actorsOf('Georgia recalled its envoy.')).toContain('georgia');
  });
});

describe('but a place is', () => {
  it.each([
    ['In Jackson, Mississippi, the mains burst.', ['jackson']],
    ['A strike hit Jordan’s border.', ['jordan']],
    ['Convoys crossed into Jordan.', ['jordan']],
    ['Protests were held in Minsk.', ['minsk']],
    ['Delegates flew to Geneva.', ['geneva']],
    ['Delegates stayed in Chicago.', ['chicago']],
    ['Troops left Nice, France.', ['nice']],
    ['A drone crashed in Constanta.', ['constanta']],
  ])('%s', (text, expected) => {
    expect(regionsOf(text)).toEqual(expected);
  });
});

describe('a report', () => {
  const tagIn = (report: string[], text: string, country: string | null = null) => {
    const evidence = places.evidenceOf(
      [...report, text].map((one) => readingOf(one, match)),
      country,
    );
    return tag(text, evidence).regions.map(({ id }) => id);
  };

  it('tells of one finding’s names what another says', () => {
    expect(regionsOf('Gainesville has no water.')).toEqual([]);
    expect(tagIn(['The governor of Florida was told.'], 'Gainesville has no water.')).toEqual(['gainesville']);
    expect(tagIn(['The governor of Texas was told.'], 'Gainesville has no water.')).toEqual(['gainesville-texas']);
  });

  it('means by a name what it said that it means', () => {
    expect(tagIn(['A mill burned in Paris, Texas.'], 'Paris has no water.')).toEqual(['paris-texas']);
    expect(tagIn(['Ministers met.'], 'Paris has no water.')).not.toContain('paris-texas');
  });

  it('means by a surname the person whom it has named in full', () => {
    const first = 'The clerk, Lyle Marion, spoke at length for the workers of the plant.';
    expect(tagIn([], 'In Ohio, Marion was quiet.')).toEqual(['marion-ohio']);
    expect(tagIn([first], 'In Ohio, Marion was quiet.')).toEqual(['ohio']);
  });

  it('knows villages of one name by the towns around them', () => {
    expect(tagIn([], 'Assaults failed near Novoselivka and Kupyansk.')).toContain('kupyansk');
    expect(tagIn(['Assaults went on in Kharkiv Oblast.'], 'They reached Petrivka.')).toEqual([
      'petrivka-kharkiv-oblast',
    ]);
  });

  it('of a country’s site means that country’s towns', () => {
    expect(tagIn([], 'Lancaster has no water.')).toEqual([]);
    expect(tagIn([], 'Lancaster has no water.', 'united-kingdom')).toEqual(['lancaster-england']);
  });
});

describe('the domain of a site', () => {
  it.each([
    ['https://news.example.co.uk/1', 'United Kingdom'],
    ['https://example.ua', 'Ukraine'],
    ['https://example.io', ''],
    ['https://example.org', ''],
    [null, ''],
    ['no address', ''],
  ])('%s -> %s', (url, country) => {
    expect(siteCountry(url)).toBe(country);
  });
});
