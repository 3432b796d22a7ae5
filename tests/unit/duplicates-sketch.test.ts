import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containment, foldedWords, shared, shingles } from '#indexer/duplicates/shingles.ts';
import { likelyCopies, sketch } from '#indexer/duplicates/sketch.ts';

/** A text of as many words, no two alike. */
function text(words: number, name = 'word'): string {
  return Array.from({ length: words }, (_, at) => `${name}${at}`).join(' ');
}

function part(whole: string, from: number, words: number): string {
  return whole
    .split(' ')
    .slice(from, from + words)
    .join(' ');
}

const aWord = fc.constantFrom('міст', 'bridge', 'п’ять', 'Zürich', '31', 'fuel', 'Їжак', 'the');
const someWords = fc.array(aWord, { maxLength: 60 });
const noise = fc.constantFrom(' ', ', ', '\n\n', ' — ', '. ', ' «', '” ', '\u00a0');

describe('shingles', () => {
  it('know neither case, accents, apostrophes nor punctuation', () => {
    const words = foldedWords('«П’ЯТЬ мостів» — Zürich: 31');
    expect(words).toEqual(foldedWords('пять мостів, ZURICH (31)'));
    expect(words).toHaveLength(4);
    fc.assert(
      fc.property(someWords, noise, fc.boolean(), (words, between, loud) => {
        const noisy = words.join(between);
        expect(shingles(foldedWords(loud ? noisy.toUpperCase() : noisy), 4)).toEqual(
          shingles(foldedWords(words.join(' ')), 4),
        );
      }),
    );
  });

  it('know the order of words', () => {
    const two = ['north of the river', 'river the of north'].map((words) => shingles(foldedWords(words), 4));
    expect(two[0]).not.toEqual(two[1]);
  });

  it('are ascending, each once, one for each run of words', () => {
    fc.assert(
      fc.property(someWords, fc.integer({ min: 1, max: 8 }), (words, width) => {
        const all = [...shingles(words, width)];
        expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
        const runs = words
          .map((_, at) => words.slice(at, at + width).join(' '))
          .slice(0, Math.max(1, words.length - width + 1));
        expect(all).toHaveLength(new Set(runs).size);
      }),
    );
  });

  it('spread evenly over all 32 bits', () => {
    const all = shingles(text(20_000).split(' '), 4);
    const eighths = Array.from(
      { length: 8 },
      (_, at) => all.filter((value) => Math.floor(value / 2 ** 29) === at).length,
    );
    for (const count of eighths) expect(Math.abs(count - 2500)).toBeLessThan(250);
  });
});

describe('containment', () => {
  it('lies between 0 and 1, whichever comes first, and is 1 of what is a part', () => {
    fc.assert(
      fc.property(someWords, someWords, (a, b) => {
        const [left, right] = [shingles(a, 4), shingles(b, 4)];
        const share = containment(left, right);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(containment(right, left)).toBe(share);
        if (a.length >= 4) expect(containment(left, shingles([...a, ...b], 4))).toBe(1);
      }),
    );
  });

  it('is the share of the shorter text', () => {
    const [long, half] = [text(400), `${part(text(400), 0, 103)} ${text(100, 'own')}`].map((one) =>
      shingles(one.split(' '), 4),
    );
    expect(long && half && containment(long, half)).toBeCloseTo(0.5, 1);
  });

  it('of nothing is 0', () => expect(containment(shingles([], 4), shingles(['a'], 4))).toBe(0));
});

describe('a sketch', () => {
  it.each([
    [0, 0],
    [5, 1],
    [23, 16],
    [300, 16],
    [1000, 32],
    [3000, 94],
    [10_000, 128],
  ])('of %i words has %i values', (words, size) => expect(sketch(text(words))).toHaveLength(size));

  it('has all values of a part that are not beyond its end', () => {
    const lengths = fc.record({
      words: fc.integer({ min: 20, max: 3000 }),
      from: fc.nat(2000),
      some: fc.integer({ min: 8, max: 2000 }),
    });
    fc.assert(
      fc.property(lengths, ({ words, from, some }) => {
        const whole = text(words);
        const of = new Set(sketch(whole));
        const last = Math.max(...of);
        const inPart = part(whole, from % (words - 8), some);
        // Fewer words than a shingle are a shingle of their own.
        fc.pre(inPart.split(' ').length >= 8);
        expect(sketch(inPart).filter((value) => value <= last && !of.has(value))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [60, 120],
    [100, 300],
    [300, 1000],
    [300, 3000],
    [1000, 10_000],
  ])('meets that of a part, %i words of %i', (some, words) => {
    const wholes = Array.from({ length: 100 }, (_, at) => text(words, `w${at}x`));
    const met = wholes.filter((whole) => likelyCopies(sketch(whole), sketch(part(whole, words / 3, some))));
    expect(met.length).toBeGreaterThanOrEqual(99);
  });

  it('shares nothing with that of another text', () => {
    expect(shared(sketch(text(3000)), sketch(text(3000, 'other')))).toBe(0);
    expect(likelyCopies(sketch(text(3000)), sketch(text(3000, 'other')))).toBe(false);
    expect(likelyCopies([], [])).toBe(false);
  });

  it('tells a standing paragraph from a copy', () => {
    const standing = text(100, 'standing');
    const days = Array.from({ length: 20 }, (_, at) => sketch(`${text(1400, `day${at}x`)} ${standing}`));
    const pairs = days.flatMap((day, at) => days.slice(at + 1).map((next) => likelyCopies(day, next)));
    expect(pairs.filter(Boolean).length).toBeLessThan(pairs.length / 10);
  });
});
