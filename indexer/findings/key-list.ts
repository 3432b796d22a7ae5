import type { Block } from '#indexer/formats/format.ts';
import { normalised } from '#lib/report/ids.ts';
import { type KeyHeading, keyHeading } from './key-heading.ts';
import { itemsBelow, type Place } from './key-items.ts';

/** Where a document lists its key findings, by the places of its blocks. */
export interface KeyList {
  headings: number[];
  items: { at: number; section: string }[];
}

interface Named {
  at: number;
  sureness: KeyHeading;
  items: Place[];
}

/** Words by which a finding that is said twice is known. */
const SAME_WORDS = 12;
/** An item that announces the list within it: "Key takeaways:". */
const LONGEST_LABEL = 60;

function isHeading(blocks: Block[], at: number): boolean {
  const block = blocks[at];
  if (!block) return false;
  if (block.kind === 'item' && block.text.length > LONGEST_LABEL) return false;
  return block.kind === 'heading' || (block.text.endsWith(':') && blocks[at + 1]?.kind === 'item');
}

/** The part of the text that a heading is over: up to the next of its level or a higher one, where levels are known. */
function partOf(blocks: Block[], at: number): { end: number; bounded: boolean } {
  const level = blocks[at]?.level;
  if (level === undefined) return { end: blocks.length, bounded: false };
  const next = blocks.findIndex((block, index) => index > at && block.level !== undefined && block.level <= level);
  const end = next < 0 ? blocks.length : next;
  return { end, bounded: blocks.slice(at + 1, end).some((block) => block.level !== undefined) };
}

function opening(text: string): string {
  return normalised(text).split(' ').slice(0, SAME_WORDS).join(' ');
}

/**
 * Beside "Key Takeaways", "Toplines" are findings too where they are a list: bulleted, or right above it. What they have
 * in common is said once; paragraphs under them elsewhere are the report's body.
 */
function besides(blocks: Block[], sure: Named[], likely: Named[]): Named[] {
  const known = new Set(sure.flatMap(({ items }) => items.map(({ at }) => opening(blocks[at]?.text ?? ''))));
  return likely.flatMap((named) => {
    const last = named.items.at(-1)?.at ?? named.at;
    const above = sure.some(({ at }) => at === last + 1);
    if (!above && !named.items.every(({ at }) => blocks[at]?.kind === 'item')) return [];
    const items = named.items.filter(({ at }) => !known.has(opening(blocks[at]?.text ?? '')));
    return items.length > 0 ? [{ ...named, items }] : [];
  });
}

/** The listed key findings: what stands under "Key Takeaways" and its like, and nothing where no such heading is. */
export function keyList(blocks: Block[]): KeyList {
  const filled = blocks.flatMap((block, at): Named[] => {
    const sureness = isHeading(blocks, at) ? keyHeading(block.text) : null;
    if (!sureness) return [];
    const { end, bounded } = partOf(blocks, at);
    const items = itemsBelow(blocks, at, end, bounded);
    const fits = sureness !== 'listed' || items.every((item) => blocks[item.at]?.kind === 'item');
    return items.length > 0 && fits ? [{ at, sureness, items }] : [];
  });
  const sure = filled.filter(({ sureness }) => sureness === 'sure');
  const likely = filled.filter(({ sureness }) => sureness === 'likely');
  const lists = sure.length > 0 ? [...sure, ...besides(blocks, sure, likely)] : likely.length > 0 ? likely : filled;
  const ordered = lists.toSorted((a, b) => a.at - b.at);
  return {
    headings: ordered.map(({ at }) => at),
    items: ordered.flatMap(({ at, items }) => {
      const section = (blocks[at]?.text ?? '').replace(/\s*:$/, '');
      return items.map((item) => ({ at: item.at, section: item.under ?? section }));
    }),
  };
}
