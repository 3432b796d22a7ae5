import { describe, expect, it } from 'vitest';
import { createTagger } from '#indexer/tagging/tagger.ts';
import { loadRegister } from '#lib/entities/load.ts';

const tag = createTagger(loadRegister());
const topics = (text: string) => tag(text).topics.map(({ id }) => id);

describe('topics', () => {
  it.each([
    ['ground-operations', 'Two companies stormed the farm and hold the ridge.'],
    ['ground-operations', 'Піхота закріпилася на околиці та веде бої за село.'],
    ['strikes', 'Jets bombed the camp at dawn.'],
    ['strikes', 'Они сбили двенадцать беспилотников.'],
    ['naval', 'A frigate escorted two tankers through the strait.'],
    ['force-generation', 'The draft office called up men born in 1999.'],
    ['command', 'The general was relieved of his post as commander of the corps.'],
    ['defense-industry', 'The plant will make four thousand shells a month.'],
    ['military-aid', 'The parliament approved an arms package of ten tanks.'],
    ['logistics', 'The rail bridge was the only supply route left.'],
    ['energy', 'Half of the city has been without electricity since the refinery burned.'],
    ['nuclear', 'Inspectors found uranium enriched to 60 percent.'],
    ['diplomacy', 'The envoys signed a ceasefire after a third round of talks.'],
    ['alliances', 'They signed a mutual defence treaty.'],
    ['sanctions-economy', 'Inflation rose to nine percent and the central bank raised its rate.'],
    ['politics', 'The opposition boycotted the election.'],
    ['occupation', 'Occupation authorities issued passports in the annexed towns.'],
    ['information', 'A forged leaflet was part of a disinformation campaign.'],
    ['internal-security', 'Police arrested four men over the car bomb.'],
    ['human-rights', 'Investigators found a mass grave with signs of torture.'],
    ['humanitarian', 'Cholera spread in the camps of the displaced.'],
    ['prisoners', 'Ninety prisoners of war were exchanged.'],
    ['irregular-forces', 'Militias and mercenaries guard the mine.'],
    ['intelligence-cyber', 'Hackers read the mail of the ministry.'],
  ])('%s: %s', (topic, text) => {
    expect(topics(text)).toContain(topic);
  });

  it.each([
    ['sanctions-economy', 'He stressed the importance of a good breakfast.'],
    ['internal-security', 'The map demonstrates that the river has moved.'],
    ['diplomacy', 'According to the almanac it was cold.'],
    ['sanctions-economy', 'The nationalists sang.'],
    ['naval', 'The shipment is late and the relationship is poor.'],
    ['naval', 'The Naval Infantry marched past.'],
    ['irregular-forces', 'Fighter jets flew over the lake.'],
    ['force-generation', 'A draft law on bees was read.'],
    ['force-generation', 'The Popular Mobilization Forces moved.'],
    ['prisoners', 'They captured the village of Hai.'],
    ['human-rights', 'The execution of the plan was poor.'],
    ['nuclear', 'A uranium mine was sold.'],
    ['command', 'Law Enforcement Command offices were struck.'],
  ])('no %s in: %s', (topic, text) => {
    expect(topics(text)).not.toContain(topic);
  });

  it('hints count together only within a sentence', () => {
    expect(topics('The plane landed. Nothing was hit.')).not.toContain('strikes');
  });

  it('are at most three, the weightiest first', () => {
    const text =
      'Drone strikes and missile strikes hit the refinery; airstrikes went on during the ceasefire talks, the election and the prisoner exchange.';
    expect(topics(text)).toHaveLength(3);
    expect(topics(text)[0]).toBe('strikes');
  });

  it('are none where nothing is said', () => {
    expect(topics('It rained.')).toEqual([]);
  });
});
