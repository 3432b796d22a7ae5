import { describe, expect, it } from 'vitest';
import { createTagger } from '#indexer/tagging/tagger.ts';
import { loadRegister } from '#lib/entities/load.ts';

const tag = createTagger(loadRegister());
const actors = (text: string) =>
  tag(text)
    .actors.map(({ id }) => id)
    .sort();

describe('people', () => {
  it.each([
    ['Putin told the governors to wait.', ['vladimir-putin']],
    ['Lavrov and Araghchi spoke by telephone.', ['abbas-araghchi', 'sergei-lavrov']],
    ['Sergey Shoigu left for Baku.', ['sergei-shoigu']],
    ['Лаврова чекають на зустрічі.', ['sergei-lavrov']],
    ['Порошенка допитали вдруге.', ['petro-poroshenko']],
    ['Milorad Dodik lost his appeal.', ['milorad-dodik']],
    ['Lai Ching-te spoke of unity.', ['lai-ching-te']],
    // A surname that many bear is its owner's once the text has the full name, or with a title.
    ['Jake Sullivan left early; Sullivan gave no reason.', ['jake-sullivan']],
    ['Milan Radoicic fled, and Radoicic was not found.', ['milan-radoicic']],
    ['Governor Gladkov reported no losses.', ['vyacheslav-gladkov']],
  ])('%s', (text, expected) => {
    expect(actors(text)).toEqual(expected);
  });

  it.each([
    // Another bearer of the name.
    'Peter Lavrov, a florist, won the prize.',
    'Boris Putin keeps bees.',
    // A surname of many, and nobody named.
    'Price said that it would rain.',
    'Haq brought the tea.',
    'The miller and the cook spoke with general praise.',
  ])('nobody in %j', (text) => {
    expect(actors(text)).toEqual([]);
  });
});

describe('bodies', () => {
  it.each([
    ["Russia's Ministry of Defense claimed a village.", ['russia', 'russian-ministry-of-defense']],
    ['The Russian Defence Ministry claimed a village.', ['russia', 'russian-ministry-of-defense']],
    ["Ukraine's General Staff counted the tanks.", ['ukraine', 'ukrainian-general-staff']],
    ['Iranian officials were silent, but the Foreign Ministry was not.', ['iran', 'iranian-foreign-ministry']],
    ['The International Atomic Energy Agency waits.', ['iaea']],
    ['Orano sold its share.', ['orano']],
    ['KFOR and EUFOR sent patrols.', ['eufor', 'kfor']],
    ['An editor of RIA Novosti was fined.', ['ria-novosti']],
  ])('%s', (text, expected) => {
    expect(actors(text)).toEqual(expected);
  });

  it.each([
    ['The foreign ministry was painted.', []],
    ['The Air Force One suite was closed.', []],
    ['A film was posted on Telegram.', []],
    ['A Telegram channel posted a film.', []],
    // Of two states that are named, either could be meant.
    ['Russian and Ukrainian guests saw the Foreign Ministry.', ['russia', 'ukraine']],
  ])('of %j no more than %j', (text, expected) => {
    expect(actors(text)).toEqual(expected);
  });
});

describe('states', () => {
  it.each([
    ['US-Iran talks were put off.', ['iran', 'united-states']],
    ['The Russian-North Korean treaty was read aloud.', ['north-korea', 'russia']],
    ['French and German diplomats left.', ['france', 'germany']],
    ["Warsaw's envoy walked out.", ['poland']],
    ['Kyiv and Moscow each blamed the other.', ['russia', 'ukraine']],
    ['Seoul said that the line was open.', ['south-korea']],
    ['Washington is unlikely to sign.', ['united-states']],
    ['The minister spoke with Beijing.', ['china']],
    ['The vote leaves Kyiv without allies.', ['ukraine']],
    ['They agreed on aid to Kyiv.', ['ukraine']],
    ['He raised pressure on Tehran.', ['iran']],
    ['They sent arms for Kyiv.', ['ukraine']],
    ['Sanctions against Minsk were kept.', ['belarus']],
    ['A man close to the Kremlin said so.', ['russia']],
    ['The White House denied it.', ['united-states']],
    ['Українські дрони влучили в нафтобазу.', ['ukraine']],
  ])('%s', (text, expected) => {
    expect(actors(text)).toEqual(expected);
  });

  it.each([
    'Rain fell on Kyiv.',
    'Warsaw was hit by a storm.',
    'Kyiv and Kharkiv were hit at night.',
    "Tehran's suburbs were dark.",
    'Trains from Minsk were late.',
    'They ate at the White House.',
    'A fire broke out in the Saudi Hospital.',
    'He fought in the Syrian civil war.',
    'The Polish town has a new bridge.',
    'A Malta-flagged ship sank.',
  ])('no state acts in %j', (text) => {
    expect(actors(text)).toEqual([]);
  });
});

describe('forces and groups', () => {
  it.each([
    ['JNIM burned the trucks.', ['jamaat-nusrat-al-islam-wal-muslimin']],
    ['The Houthis fired twice.', ['houthis']],
    ['Hezbollah’s leader spoke.', ['hezbollah']],
    ['IRGC Quds Force officers left.', ['quds-force']],
    ['Sudanese Armed Forces (SAF) jets came.', ['sudan', 'sudanese-armed-forces']],
    // A kind of unit that one state has.
    ['The 61st Naval Infantry Brigade crossed.', ['russia']],
    ['The 27th Motorized Rifle Brigade rested.', ['russia']],
    ['The 128th Separate Heavy Mechanized Brigade held.', ['ukraine']],
    ['The 155th Naval Infantry Brigade crossed.', ['155th-naval-infantry-brigade']],
  ])('%s', (text, expected) => {
    expect(actors(text)).toEqual(expected);
  });

  it('leaves the names within a unit’s name alone', () => {
    expect(actors('The 99th Taliban Street Infantry Brigade paraded.')).toEqual([]);
  });
});
