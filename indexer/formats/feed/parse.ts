import { parseFeed } from 'feedsmith';
import { type Entry, entriesOf } from './entries.ts';
import { elementsOf, fromRoot } from './xml.ts';

/** The entries of a feed, the places (from 1) of those that could not be read, and whether its end is missing. */
export interface Parsed {
  entries: Entry[];
  broken: number[];
  cut: boolean;
}

/** Characters that may be parsed again to save the items of a broken feed. */
const MOST_AGAIN = 100_000_000;

function tried(text: string): Entry[] | null {
  try {
    return entriesOf(parseFeed(text));
  } catch {
    return null;
  }
}

interface Parts {
  head: string;
  elements: string[];
  tail: string;
  cut: boolean;
}

/** A feed taken apart: what stands before its items, each of them, and the ends of what is open. Null where it has none. */
function partsOf(text: string): Parts | null {
  const root = /^<([\w.:-]+)/.exec(text)?.[1];
  const item = /<((?:[\w.-]+:)?(?:item|entry))[\s>]/i.exec(text);
  if (!root || !item?.[1]) return null;
  const head = text.slice(0, item.index);
  const channel = /<((?:[\w.-]+:)?channel)\b/i.exec(head)?.[1];
  const open = channel && !head.toLowerCase().includes(`</${channel.toLowerCase()}`);
  const { elements, end, cut } = elementsOf(text, item[1]);
  return {
    ...{ head, elements, tail: `${open ? `</${channel}>` : ''}</${root}>` },
    cut: cut || !text.toLowerCase().includes(`</${root.toLowerCase()}`, end),
  };
}

/** Item by item: one that is broken takes no other with it. */
function itemByItem({ head, elements, tail, cut }: Parts): Parsed | null {
  if (elements.length * head.length > MOST_AGAIN) return null;
  const read = elements.map((element) => tried(head + element + tail));
  return {
    entries: read.flatMap((entries) => entries?.slice(0, 1) ?? []),
    broken: read.flatMap((entries, at) => (entries?.length === 1 ? [] : [at + 1])),
    cut,
  };
}

/** A feed's entries, or null where it is none. */
export function parseEntries(text: string): Parsed | null {
  const feed = fromRoot(text);
  const entries = tried(feed);
  const whole = entries && { entries, broken: [], cut: false };
  const parts = partsOf(feed);
  // The parser takes XML that is not well formed, but with a tag that is not closed it loses the items behind it.
  if (!parts || (entries && entries.length >= parts.elements.length)) return whole;
  const apart = itemByItem(parts);
  return apart && apart.entries.length > (entries?.length ?? -1) ? apart : whole;
}
