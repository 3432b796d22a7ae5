import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TERMS, parseTerms } from '#lib/search/terms.ts';

const read = (q: string) => parseTerms(q).used.map(({ text, negated }) => (negated ? `-${text}` : text));

describe('the words of a query', () => {
  it.each([
    ['strikes refinery', ['strikes', 'refinery']],
    ['"Kursk Oblast" troops', ['"Kursk Oblast"', 'troops']],
    ['troops -"North Korea" -Wagner', ['troops', '-"North Korea"', '-Wagner']],
    // A hyphen inside a word is no minus.
    ['Su-34 US-Iran', ['Su-34', 'US-Iran']],
    ['- "" , ;', []],
    ['Зеленський "Курська область"', ['Зеленський', '"Курська область"']],
  ])('%s', (q, expected) => {
    expect(read(q)).toEqual(expected);
  });

  it('reads a quotation mark left open as closed at the end, and says so', () => {
    expect(parseTerms('"Kursk Oblast')).toMatchObject({
      repaired: '"Kursk Oblast"',
      used: [{ text: '"Kursk Oblast"' }],
    });
    expect(parseTerms('"Kursk Oblast"').repaired).toBeNull();
  });

  it('takes ten words, and names the others', () => {
    const { used, ignored } = parseTerms('a b c d e f g h i j k l -m');
    expect(used.filter(({ negated }) => !negated)).toHaveLength(MOST_TERMS);
    expect(ignored).toEqual(['k', 'l']);
    expect(used.at(-1)).toMatchObject({ text: 'm', negated: true });
  });

  it('cuts a phrase at the tenth word rather than drop it', () => {
    const { used, ignored } = parseTerms('"a b c d e f g h i j k"');
    expect(used).toMatchObject([{ text: '"a b c d e f g h i j"' }]);
    expect(ignored).toEqual(['k']);
  });

  it('knows the quotation marks of phones and books', () => {
    expect(read('“Kursk Oblast” «північ»')).toEqual(['"Kursk Oblast"', '"північ"']);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (q) => void expect(Array.isArray(parseTerms(q).used)).toBe(true)));
  });
});
