import type { Outcome } from '#indexer/outcome.ts';
import type { Declared } from '#lib/report/report.ts';
import type { Source, Start } from './source.ts';

/** A piece of a document's text, in reading order. Text is plain: no markup, white space folded. */
export interface Block {
  /** `note`: an endnote or an address that a list of sources names; no part of the text, but kept. */
  kind: 'heading' | 'item' | 'paragraph' | 'note';
  text: string;
  /** Of a heading, from 1 for the highest, where the document's markup gives it. */
  level?: number;
}

/** What a document says of itself, each as found, null where it is silent. */
export interface Metadata {
  title: string | null;
  /** The canonical address, already through `canonicalUrl`. */
  url: string | null;
  /** Name of the site or agency that published it. */
  source: string | null;
  /** Language, ISO 639-1. */
  lang: string | null;
  /** The day covered, where a field of the document gives it (front matter `date`, `covers`). */
  date: string | null;
  /** When it was published: ISO instant, or the document's own words where they name no zone. */
  published: string | null;
}

/** A document as read, before anything is made of it. */
export interface Draft {
  metadata: Metadata;
  blocks: Block[];
  declared?: Declared;
}

/** One document of a file: `key` tells it from the others of that file (a guid, an id, a line), null where it is the only one. */
export interface Item extends Draft {
  key: string | null;
}

/** A way to write reports. Adding one is a folder beside this file and a line in `formats.ts`. */
export interface Format {
  id: string;
  label: string;
  /** Ends of names, with the dot, under which a folder's files are taken to be of this format or of one like it. */
  endings: readonly string[];
  /** Does a file look like this format, by how it starts? Asked in the list's order. */
  matches: (start: Start) => boolean;
  /**
   * The documents of a file, one for most formats. What cannot be read is a failed outcome, one for each item or one
   * for the file; never a throw for bad content.
   */
  read: (source: Source) => AsyncIterable<Outcome<Item>>;
}
