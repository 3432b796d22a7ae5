import type { Block } from '#indexer/formats/format.ts';
import { normalised } from '#lib/report/ids.ts';

/** Share of an item's words that a heading must have to be the one it announces. */
const SAME = 0.75;
/** Headings compared for one word: in a text of thousands that share it, the last ones speak for all. */
const MOST_COMPARED = 40;

interface Heading {
  at: number;
  words: ReadonlySet<string>;
}

/** The headings of a text by their words, the last first. */
function headingsByWord(blocks: Block[]): Map<string, Heading[]> {
  const byWord = new Map<string, Heading[]>();
  for (const [at, { kind, text }] of [...blocks.entries()].reverse()) {
    if (kind !== 'heading') continue;
    const words = new Set(normalised(text).split(' '));
    for (const word of words) {
      const headings = byWord.get(word);
      if (headings) headings.push({ at, words });
      else byWord.set(word, [{ at, words }]);
    }
  }
  return byWord;
}

/** Does a later heading say what the item says? It must have one of the item's rarest words, so only those are looked up. */
function announces(text: string, at: number, byWord: ReadonlyMap<string, Heading[]>): boolean {
  const own = normalised(text).split(' ');
  if (own.length < 2 || /[.!?]$/.test(text)) return false;
  const least = own.length * SAME;
  const rarest = own
    .map((word) => byWord.get(word) ?? [])
    .sort((a, b) => a.length - b.length)
    .slice(0, own.length - Math.ceil(least) + 1);
  return rarest.some((headings) =>
    headings
      .slice(0, MOST_COMPARED)
      .some((heading) => heading.at > at && own.filter((word) => heading.words.has(word)).length >= least),
  );
}

/** Without tables of contents: runs of items, half of which later stand as headings, in these words or with more. */
export function withoutContents(blocks: Block[], listed: ReadonlyMap<Block, string>): Block[] {
  const byWord = headingsByWord(blocks);
  const contents = new Set<number>();
  for (let at = 0; at < blocks.length; at += 1) {
    const run: number[] = [];
    for (let block = blocks[at]; block?.kind === 'item' && !listed.has(block); block = blocks[at]) run.push(at++);
    const announced = run.filter((place) => announces(blocks[place]?.text ?? '', place, byWord));
    if (announced.length * 2 >= run.length) for (const place of run) contents.add(place);
  }
  return blocks.filter((_, at) => !contents.has(at));
}
