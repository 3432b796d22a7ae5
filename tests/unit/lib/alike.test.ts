import { describe, expect, it } from 'vitest';
import { alikeIn } from '#lib/search/alike.ts';
import { MARK, rangesOf } from '#lib/search/highlight.ts';
import type { Hit } from '#lib/search/result.ts';

/** A hit whose text has its marks in brackets. */
function hit(marked: string): Hit {
  const { text, ranges } = rangesOf(marked.replaceAll('[', MARK.open).replaceAll(']', MARK.close));
  return { snippets: [{ field: 'text', text, ranges }] } as Hit;
}

const isNamed = (text: string) => /Zelensky|Kyiv/.test(text);

describe('words that are nearly those asked for', () => {
  it('are told to their end, those of most hits first, three at most', () => {
    const hits = [
      hit('Two columns [drove] from [Donet]sk; [drove] on'),
      hit('in [Donet]sk Oblast'),
      hit('a [crone]'),
      hit('a [drove], a [prone] one'),
    ];
    expect(alikeIn(hits, 'drone', isNamed)).toEqual(['drove', 'Donetsk', 'crone']);
  });

  it.each([
    ['a word that goes on', 'drone', hit('[drone]s struck, [Drone] by [drone]')],
    ['another case, accents and a possessive', 'turkiye', hit("[Türkiye]'s drones")],
    ['a word in two, and two as one', 'warship air defense', hit('a [war] [ship] and [airdefense]')],
    ['a name of what is asked for, whole', 'Zelenskiy', hit('[Volodymyr Zelenskyy] and [Zelensky] in [Kyiv]')],
    ['a phrase', '"air defense"', hit('[air] [defense]')],
    ['nothing asked for', '', hit('[drove]')],
    ['what is left out', '-drone', hit('[drove]')],
  ])('are not %s', (_, q, one) => {
    expect(alikeIn([one], q, isNamed)).toEqual([]);
  });
});
