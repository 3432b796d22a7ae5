import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstKey, fold, words } from '#lib/entities/words.ts';

describe('what is compared of a word', () => {
  it.each([
    ["Xi'an", 'xian'],
    ['Xi’an', 'xian'],
    ['TÜRKİYE', 'turkiye'],
    ['Іллінці', 'іллінці'],
    ['Ёлкино', 'елкино'],
  ])('%s is %s, whatever its case, accents and apostrophes', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    ['Одеса, Одеси, Одесою', 1],
    ['Донецька Донецької Донецькою', 1],
    ["Zelensky Zelensky's ZELENSKY’S", 1],
    // Too short to lose an ending.
    ['дім дома', 2],
  ])('%s: %i of them', (text, count) => {
    expect(new Set(words(text).map(({ key }) => key)).size).toBe(count);
  });
});

describe('the first word', () => {
  it('is the first of all', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('«', '…', ' ', 'Kyiv’s', 'Ізюм'), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(text, (pieces) => {
        expect(firstKey(pieces.join(''))).toBe(words(pieces.join(''))[0]?.key ?? '');
      }),
    );
  });
});
