import { describe, expect, it } from 'vitest';
import { respelt, spellingsOf } from '#lib/search/spelling.ts';

const KNOWN = spellingsOf([
  { word: 'Zelensky', count: 50 },
  { word: 'refinery', count: 20 },
  { word: 'refineries', count: 30 },
  { word: 'Покровськ', count: 9 },
  { word: 'peace', count: 5 },
  { word: 'place', count: 50 },
]);
const spelt = (q: string) => respelt(q, KNOWN).map(({ q: other }) => other);

describe('the nearest spelling', () => {
  it('changes only the word that is not known', () => {
    expect(respelt('peace Zelnesky', KNOWN)).toEqual([{ from: 'Zelnesky', to: 'Zelensky', q: 'peace Zelensky' }]);
  });

  it('puts the nearest first, and of equally near ones the most frequent', () => {
    expect(spelt('refinary')).toEqual(['refinery']);
    expect(spelt('pleace')).toEqual(['place', 'peace']);
  });

  it('reads every script, and accents and case as nothing', () => {
    expect(spelt('Покровск')).toEqual(['Покровськ']);
    expect(spelt('Покрвоськ')).toEqual(['Покровськ']);
    expect(spelt('ZÉLENSKY')).toEqual([]);
  });

  it('changes the word where it stands, not the same letters elsewhere', () => {
    expect(spelt('"refinary fire" refinary')).toEqual(['"refinary fire" refinery']);
    expect(spelt('antirefinary refinary')).toEqual(['antirefinary refinery']);
  });

  it('knows a letter too many, too few or exchanged at the beginning', () => {
    expect(['efinery', 'rrefinery', 'erfinery'].flatMap(spelt)).toEqual(['refinery', 'refinery', 'refinery']);
  });

  it('leaves short words, phrases and what is excluded alone', () => {
    expect(spelt('zel')).toEqual([]);
    expect(spelt('"Zelnesky speaks" -Zelnesky')).toEqual([]);
  });
});
