import { describe, expect, it } from 'vitest';
import { namesOf } from '#indexer/tagging/names.ts';
import { createTagger, matcherOf, readingOf } from '#indexer/tagging/tagger.ts';
import { loadRegister } from '#lib/entities/load.ts';

const register = loadRegister();
const match = matcherOf(register);
const tag = createTagger(register, match);

/** The actors of the last text of a report. */
function actorsOfLast(...texts: string[]): string[] {
  const readings = texts.map((text) => readingOf(text, match));
  const last = tag(texts.at(-1) ?? '', undefined, namesOf(readings));
  return last.actors.map(({ id }) => id).sort();
}

describe('within a report', () => {
  it.each([
    [
      'a surname stands for who was named in full',
      ['Jake Sullivan flew home.', 'Sullivan was tired.'],
      ['jake-sullivan'],
    ],
    ['nobody was named in full', ['Somebody flew home.', 'Sullivan Street was empty.'], []],
    [
      'of two bearers of a surname the one named in full is meant',
      ['Mike Johnson spoke.', 'Speaker Johnson left.'],
      ['mike-johnson'],
    ],
    [
      'an abbreviation is what the report says it is short for',
      ['The Palestinian Red Crescent Society (PRC) sent cars.', 'The PRC sent more.'],
      ['palestinian-red-crescent-society'],
    ],
    [
      'an abbreviation of something else is no name',
      ['The Sunflower Dealers Forum (SDF) met.', 'The SDF met again.'],
      [],
    ],
    [
      'an abbreviation of the register needs no introduction',
      ['Nobody met.', 'The SDF met again.'],
      ['syrian-democratic-forces'],
    ],
    [
      'a body stands for itself where it was named in full',
      ['The Polish Border Guard is small.', 'The Border Guard grew.'],
      ['polish-border-guard'],
    ],
  ])('%s', (_, texts, expected) => {
    expect(actorsOfLast(...texts)).toEqual(expected);
  });
});

describe('a dateline', () => {
  it.each([
    'KYIV, Ukraine (AP) — Snow fell.',
    'WASHINGTON (Reuters) - Snow fell.',
    'KABUL, Afghanistan (Jan. 25, 2013)\nSnow fell.',
  ])('says nothing of what %j is about', (text) => {
    const { actors, regions } = tag(text);
    expect([...actors, ...regions]).toEqual([]);
  });

  it('is no dateline within the text', () => {
    expect(tag('Snow fell on ODESA - and on KHARKIV.').regions.map(({ id }) => id)).toEqual(['odesa', 'kharkiv']);
  });
});

describe('each tag says why', () => {
  it.each([
    ['Jake Sullivan left; Sullivan slept.', 'jake-sullivan', 'name'],
    ['Moscow said no.', 'russia', 'metonym'],
    ['The Russian army left.', 'russia', 'demonym'],
    ['Russia left.', 'russia', 'state'],
    ['The 61st Naval Infantry Brigade left.', 'russia', 'unit'],
    ['Governor Radoicic left.', 'milan-radoicic', 'name'],
  ])('%s: %s by its %s', (text, id, rule) => {
    expect(tag(text).actors).toMatchObject([{ id, rule }]);
  });

  it('names the territory that an adjective tells of', () => {
    expect(tag('Missiles crossed Saudi territory.').regions).toMatchObject([{ id: 'saudi-arabia', rule: 'territory' }]);
  });
});
