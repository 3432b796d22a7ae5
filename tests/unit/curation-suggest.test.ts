import { describe, expect, it } from 'vitest';
import { createSuggester } from '#indexer/curation/suggest.ts';
import { matcherOf } from '#indexer/tagging/tagger.ts';
import { smallRegister } from './register.ts';

/** The names that are suggested for some texts, with how often they were counted. */
function suggested(...texts: string[]) {
  const { add, suggestions } = createSuggester(matcherOf(smallRegister));
  for (const [at, text] of texts.entries()) add(`f-${at}`, text);
  return suggestions(100);
}
const names = (...texts: string[]) => suggested(...texts).map(({ name }) => name);

describe('suggested names', () => {
  it('are counted over all texts, the most frequent first, with examples of several findings', () => {
    const texts = [1, 2, 3, 4].map((day) => `The patrol met the Zorvat Group on day ${day}.`);
    const [first, second] = suggested(...texts, 'Later the patrol met Belka Hora elders.');
    expect(first).toMatchObject({ name: 'Zorvat Group', count: 4, looks: 'group' });
    expect(first?.examples.map(({ finding }) => finding)).toEqual(['f-0', 'f-1', 'f-2']);
    expect(first?.examples[0]?.text).toContain('met the Zorvat Group on');
    expect(second).toMatchObject({ name: 'Belka Hora', count: 1 });
  });

  it('look like what stands before them, or what they hold', () => {
    const [one, two] = [
      'The statement came from Colonel Ruslan Amirov late at night.',
      'A convoy was seen near Stara Zorvata at dawn.',
    ].flatMap((text) => suggested(text));
    expect(one).toMatchObject({ name: 'Ruslan Amirov', looks: 'person' });
    expect(two).toMatchObject({ name: 'Stara Zorvata', looks: 'place' });
  });

  it('leave out what the register knows, in any alias and case form', () => {
    const text = 'Then Zelenskyy and Putin spoke of Donetsk Oblast, the Kremlin, Russian MoD and Velyka Novosilka.';
    expect(names(text)).toEqual([]);
    expect(names('Учора президент Зеленський був у Києві, а не в Донецьку.')).toEqual([]);
    expect(names('The visit was led by Vladimir Putin Zorvatovich Tamsin.')).toEqual(['Zorvatovich Tamsin']);
  });

  it.each([
    ['months, weekdays and seasons', 'The talks held on Monday, in March and in Fall 2024 were short.'],
    [
      'common words that begin a sentence',
      'Fighters left the town. The fighters came back. Drones struck. Many drones fell.',
    ],
    ['headings', 'Main Effort Along The Zorvat Axis'],
    ['weapons and roads', 'They flew the F-16 and the Tu-160 over the T-0504 highway.'],
    ['abbreviations that the text explains', 'Many prisoners of war (POWs) were exchanged; the POWs are at home.'],
    ['offices without a name', 'The talks were led by the Deputy Defense Minister and a General.'],
    ['adjectives', 'The talks with Zorvatian officials were about Western support.'],
  ])('are none of %s', (_, text) => expect(names(text)).toEqual([]));

  it('count a surname with the full name that ends with it, where one does', () => {
    const texts = ['The order came from Ruslan Amirov.', 'In the evening Amirov left.', 'Nobody saw Amirov again.'];
    expect(suggested(...texts)).toMatchObject([{ name: 'Ruslan Amirov', count: 3 }]);
  });

  it('are found in Cyrillic texts by their capitals, case forms together', () => {
    const texts = ['Учора бригада зайняла Тамсину.', 'Бої тривають біля Тамсини.', 'Бригада відійшла.'];
    expect(suggested(...texts)).toMatchObject([{ count: 2 }]);
    expect(names(...texts)).toEqual(['Тамсину']);
  });

  it('are held in bounded memory: the frequent stay, whatever else comes', () => {
    const { add, suggestions } = createSuggester(matcherOf(smallRegister));
    const letters = (at: number) => Array.from(String(at), (digit) => 'abcdefghij'[Number(digit)]).join('');
    for (let at = 0; at < 3000; at += 1) {
      const rare = Array.from({ length: 30 }, (_, one) => `З${letters(at)}ж${letters(one)}`).join(', ');
      add(`f-${at}`, `тут ${rare}, а також Тамсин.`);
    }
    expect(suggestions(1)).toMatchObject([{ name: 'Тамсин', count: 3000 }]);
    expect(suggestions(1_000_000).length).toBeLessThan(61_000);
  });
});
