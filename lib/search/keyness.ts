/** How often something stands in the results, and how often in the whole archive. */
export interface Shares {
  count: number;
  of: number;
  countInAll: number;
  ofAll: number;
}

/**
 * How surely a thing is more frequent in the results than in the rest of the archive: Dunning's log-likelihood ratio (1993),
 * 0 where it is not more frequent. 10.8 stands for a chance of one in a thousand.
 */
export function keyness({ count, of, countInAll, ofAll }: Shares): number {
  const [rest, ofRest] = [Math.max(0, countInAll - count), Math.max(0, ofAll - of)];
  if (count === 0 || of === 0 || ofRest === 0 || count * ofRest <= rest * of) return 0;
  const expected = ((count + rest) * of) / (of + ofRest);
  const expectedRest = ((count + rest) * ofRest) / (of + ofRest);
  const [without, withoutRest] = [of - count, ofRest - rest];
  const part = (seen: number, awaited: number) => (seen === 0 ? 0 : seen * Math.log(seen / awaited));
  const parts = [
    part(count, expected),
    part(rest, expectedRest),
    part(without, of - expected),
    part(withoutRest, ofRest - expectedRest),
  ];
  return Math.max(0, 2 * parts.reduce((sum, one) => sum + one, 0));
}

/** From here on a difference is no chance, and worth a reader's look. */
const SURE = 10.8;
const FEWEST = 3;

/** The things that stand out, surest first, at most `most`. */
export function outstanding<T extends Shares>(things: T[], most: number): T[] {
  return things
    .map((thing) => ({ thing, key: keyness(thing) }))
    .filter(({ thing, key }) => thing.count >= FEWEST && key >= SURE)
    .sort((a, b) => b.key - a.key)
    .slice(0, most)
    .map(({ thing }) => thing);
}
