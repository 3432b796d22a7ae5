import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARK, mergeRanges, rangesOf } from '#lib/search/highlight.ts';

const span = fc.tuple(fc.nat(50), fc.nat(20)).map(([start, length]): [number, number] => [start, start + length + 1]);

describe('marks in what the engine answers', () => {
  it('become ranges of the text without them', () => {
    const marked = `In ${MARK.open}Kursk${MARK.close} and ${MARK.open}Київ${MARK.close}.`;
    expect(rangesOf(marked)).toEqual({
      text: 'In Kursk and Київ.',
      ranges: [
        [3, 8],
        [13, 17],
      ],
    });
  });

  it('that do not pair are dropped', () => {
    expect(rangesOf(`${MARK.close}a${MARK.open}b`)).toEqual({ text: 'ab', ranges: [] });
  });
});

describe('merged ranges', () => {
  it('cover what the ranges did, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(span), (ranges) => {
        const merged = mergeRanges(ranges);
        const points = (list: [number, number][]) =>
          new Set(list.flatMap(([start, end]) => Array.from({ length: end - start }, (_, at) => start + at)));
        expect(points(merged)).toEqual(points(ranges));
        for (const [index, [start]] of merged.entries())
          if (index > 0) expect(start).toBeGreaterThan(merged[index - 1]?.[1] ?? 0);
      }),
    );
  });
});
