import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped, withoutLast, withSign } from '#lib/search/typed.ts';

/** `|` is where the caret stands. */
function at(text: string): [string, number] {
  return [text.replace('|', ''), text.indexOf('|')];
}

describe('what is being typed', () => {
  it.each([
    ['Зел|', 'Зел', false],
    ['drones Kursk Ob|', 'drones Kursk Ob', false],
    ['Kursk |', 'Kursk', false],
    ['drones -Pu|', 'Pu', true],
    ['-Wagner Kur|', 'Kur', false],
    ['"the city" Kur|', 'Kur', false],
    ['one two three four five six|', 'two three four five six', false],
    // Inside a word or a phrase no name is begun.
    ['Ku|rsk', '', false],
    ['"Kursk Ob|', '', false],
    ['“Kursk Ob|', '', false],
    ['|', '', false],
  ])('%s', (text, name, negated) => {
    expect(readTyped(...at(text))).toMatchObject({ name, negated });
  });

  it.each([
    ['Kursk |', ['-', '"']],
    ['Kursk -|', ['-']],
    ['Kursk "|', ['"']],
    ['Kursk|', []],
    ['|', []],
    [' |', []],
    ['"Kursk |', []],
  ])('%s: signs that fit', (text, signs) => {
    expect(readTyped(...at(text)).signs).toEqual(signs);
  });
});

describe('a text without the words that were meant', () => {
  it.each([
    ['Зел|', 1, ''],
    ['drones Kursk Ob|', 2, 'drones'],
    ['drones Kursk Ob| at night', 2, 'drones at night'],
    ['drones -Pu|', 1, 'drones'],
    ['Kursk |', 1, ''],
    ['"the city" Kur|', 1, '"the city"'],
  ])('%s', (text, words, rest) => {
    expect(withoutLast(...at(text), words)).toBe(rest);
  });

  it('is never longer, and never throws', () => {
    const anywhere = fc.string().chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length)));
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 1, max: 5 }), ([text, caret], words) => {
        readTyped(text, caret);
        expect(withoutLast(text, caret, words).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a sign at the caret', () => {
  it.each([
    ['Kursk |', '-', 'Kursk -|'],
    ['Kursk -|', '-', 'Kursk -|'],
    ['Kursk | strike', '"', 'Kursk "| strike'],
  ] as const)('%s with %s', (text, sign, expected) => {
    const signed = withSign(...at(text), sign);
    expect([signed.text, signed.caret]).toEqual(at(expected));
  });
});
