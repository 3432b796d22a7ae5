import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTagger } from '#indexer/tagging/tagger.ts';
import { smallRegister } from '../register.ts';

const tag = createTagger(smallRegister);
const ids = (text: string) => {
  const { actors, regions, topics } = tag(text);
  const list = (tags: { id: string }[]) => tags.map(({ id }) => id).sort();
  return { actors: list(actors), regions: list(regions), topics: list(topics) };
};

describe('actors', () => {
  it.each([
    ['Putin met the ministers.', ['vladimir-putin']],
    ['Zelenskiy’s office declined to comment.', ['volodymyr-zelensky']],
    ['Зеленського запросили на зустріч.', ['volodymyr-zelensky']],
    ['Russian and North Korean officials signed it.', ['north-korea', 'russia']],
    ['russia continues to recruit.', ['russia']],
    ['The US-Russian channel stays open.', ['russia', 'united-states']],
    ['The Kremlin rejected the plan.', ['russia']],
    ['Moscow rejected the plan.', ['russia']],
    ['Kyiv’s offer stands.', ['ukraine']],
    ['Talks failed. Moscow gains from the quarrel.', ['russia']],
    // A body names its state where its name has the adjective.
    ['The Russian Ministry of Defense claimed the village.', ['russia', 'russian-ministry-of-defense']],
    ['Російські війська відступили.', ['russia']],
    ['Russia began a drone strike on Ukraine.', ['russia', 'ukraine']],
  ])('%s', (text, expected) => {
    expect(ids(text).actors).toEqual(expected);
  });

  it.each([
    // A place where people meet does nothing.
    'They met at the White House.',
    'They met in Moscow.',
    'The aid convoy is in Ukraine.',
    // Words that are also names count only with a capital, or in capitals.
    'They ate turkey and told us.',
    'A computing term, putinize, is no name.',
    // Words of a name that are none by themselves.
    'A man named Vladimir came from the north, a ministry from the white house.',
    '',
  ])('none in %j', (text) => {
    expect(ids(text).actors).toEqual([]);
  });
});

describe('regions', () => {
  it.each([
    ['Troops advanced near Velyka Novosilka.', ['velyka-novosilka']],
    ['Troops entered the Kursk region.', ['kursk-oblast']],
    ['Війська наступають у Курській області.', ['kursk-oblast']],
    // The longest name that stands there, and of places within places the most specific.
    ['Fighting went on in Donetsk Oblast.', ['donetsk-oblast']],
    ['Fighting went on in Donetsk, in Ukraine.', ['donetsk']],
    ['Targets in occupied Ukraine were hit.', ['ukraine']],
    ['After the invasion of Ukraine began', ['ukraine']],
    ['They met in Moscow.', ['moscow']],
    ['Drones flew over Kyiv.', ['kyiv']],
    // The members of a list are meant alike.
    ['Bases in Turkey, Ukraine, and the United States were named.', ['turkey', 'ukraine', 'united-states']],
    // What is attacked is a place, and dealt with.
    ['Russia began a drone strike on Ukraine.', ['ukraine']],
    ['Prisoners were transported from camps in Donetsk to Russia.', ['donetsk', 'russia']],
    // The last name's word holds for those before it.
    ['Troops advanced in Kursk and Donetsk oblasts.', ['donetsk-oblast', 'kursk-oblast']],
    ['Troops advanced in Donetsk and Kursk oblasts.', ['donetsk-oblast', 'kursk-oblast']],
    ['Troops fought along the Donetsk-Kursk Oblast border.', ['donetsk-oblast', 'kursk-oblast']],
    ['Troops advanced in Velyka Novosilka and Kursk oblasts.', ['kursk-oblast', 'velyka-novosilka']],
    ['Troops left Donetsk and Kursk Oblast.', ['donetsk', 'kursk-oblast']],
  ])('%s', (text, expected) => {
    expect(ids(text).regions).toEqual(expected);
  });

  it.each([
    'Ukraine rejected the plan.',
    'Moscow rejected the plan.',
    'Moscow gains from the quarrel.',
    'Aid to Ukraine will go on.',
    'Russian forces advanced.',
  ])('none in %j', (text) => {
    expect(ids(text).regions).toEqual([]);
  });
});

describe('topics', () => {
  it('are given when their phrases weigh enough together, whatever the ending', () => {
    expect(ids('Drone strikes went on.').topics).toEqual(['strikes']);
    expect(ids('A missile struck the depot.').topics).toEqual(['strikes']);
    expect(ids('A missile was shown.').topics).toEqual([]);
    expect(ids('A peace plan was shown.').topics).toEqual(['diplomacy']);
    expect(ids('A peace planner spoke.').topics).toEqual([]);
    expect(ids('Missile after missile after missile.').topics).toEqual([]);
    expect(ids('The summit began with drone strikes.').topics).toEqual(['diplomacy', 'strikes']);
  });
});

describe('each tag', () => {
  it('carries the alias as written, its spans and its rule', () => {
    const text = 'Zelenskyy thanked them; Zelensky left.';
    expect(tag(text).actors).toEqual([
      {
        id: 'volodymyr-zelensky',
        alias: 'Zelenskyy',
        rule: 'name',
        spans: [
          [0, 9],
          [24, 32],
        ],
      },
    ]);
  });

  it('has spans inside the text, whatever the text', () => {
    const names = fc.constantFrom(
      'Putin',
      'US',
      'Київ',
      'Donetsk Oblast',
      'the Kremlin',
      'İzmir',
      '👍🏽',
      'U.S.',
      '’s',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(names, fc.string({ unit: 'grapheme' }))), (pieces) => {
        const text = pieces.join(' ');
        const { actors, regions, topics } = tag(text);
        for (const { spans } of [...actors, ...regions, ...topics])
          for (const [start, end] of spans) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(text.length);
          }
      }),
    );
  });
});
