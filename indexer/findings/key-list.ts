import type { Block } from '#indexer/formats/format.ts';
import { keyHeading } from './key-heading.ts';

/** Where a document lists its key findings, by the places of its blocks. */
export interface KeyList {
  headings: number[];
  items: { at: number; section: string }[];
}

/** More paragraphs than this under one heading are no list of findings, but a text. */
const MOST_PARAGRAPHS = 20;
const LEAST_WORDS = 5;

function words(text: string): number {
  return text.split(' ').length;
}

function run(blocks: Block[], from: number, holds: (block: Block) => boolean): number[] {
  const places: number[] = [];
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || !holds(block) || keyHeading(block.text) !== null) break;
    places.push(at);
  }
  return places;
}

/** Bullets under sub-headings: "Key Takeaways", "Iran", items, "Syria", items. */
function grouped(blocks: Block[], from: number): number[] {
  const places: number[] = [];
  let at = from;
  while (blocks[at]?.kind === 'heading' && blocks[at + 1]?.kind === 'item') {
    const items = run(blocks, at + 1, (block) => block.kind === 'item');
    places.push(...items);
    at += items.length + 1;
  }
  return places;
}

function firstSentence(text: string): string {
  return text.slice(0, 60).toLowerCase();
}

/** Paragraphs up to the next heading, or up to where the body takes up the first of them again. */
function unbulleted(blocks: Block[], from: number): number[] {
  const places = run(blocks, from, (block) => block.kind === 'paragraph');
  const first = firstSentence(blocks[from]?.text ?? '');
  const again = places.findIndex((at, index) => index > 0 && firstSentence(blocks[at]?.text ?? '') === first);
  const listed = again > 0 ? places.slice(0, again) : places;
  return listed.length <= MOST_PARAGRAPHS ? listed : [];
}

function itemsBelow(blocks: Block[], heading: number): number[] {
  const from = heading + 1;
  const kind = blocks[from]?.kind;
  if (kind === 'item') return run(blocks, from, (block) => block.kind === 'item');
  if (kind === 'paragraph') {
    // A line that leads in ("The analysts say:") may stand between heading and list.
    if (blocks[from + 1]?.kind === 'item' && /:$/.test(blocks[from]?.text ?? ''))
      return run(blocks, from + 1, (block) => block.kind === 'item');
    return unbulleted(blocks, from);
  }
  if (kind !== 'heading') return [];
  const bullets = grouped(blocks, from);
  if (bullets.length > 0) return bullets;
  // Findings without a full stop look like headings: a run of them is the list.
  const lines = run(blocks, from, (block) => block.kind === 'heading' && words(block.text) >= LEAST_WORDS);
  return lines.length > 1 ? lines : [];
}

function isHeading(blocks: Block[], at: number): boolean {
  const block = blocks[at];
  if (!block || block.kind === 'item') return false;
  return block.kind === 'heading' || (block.text.endsWith(':') && blocks[at + 1]?.kind === 'item');
}

/** The listed key findings: what stands under "Key Takeaways" and its like, and nothing where no such heading is. */
export function keyList(blocks: Block[]): KeyList {
  const named = blocks.flatMap((block, at) => {
    const sureness = isHeading(blocks, at) ? keyHeading(block.text) : null;
    return sureness ? [{ at, sureness, items: itemsBelow(blocks, at) }] : [];
  });
  const filled = named.filter(({ items }) => items.length > 0);
  const sure = filled.filter(({ sureness }) => sureness === 'sure');
  const lists = sure.length > 0 ? sure : filled;
  return {
    headings: lists.map(({ at }) => at),
    items: lists.flatMap(({ at, items }) => {
      const section = (blocks[at]?.text ?? '').replace(/\s*:$/, '');
      return items.map((item) => ({ at: item, section }));
    }),
  };
}
