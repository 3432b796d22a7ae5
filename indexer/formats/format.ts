/** A piece of a document's text, in reading order. Text is plain: no markup, white space folded. */
export interface Block {
  kind: 'heading' | 'item' | 'paragraph';
  text: string;
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
}

/** A document's bytes, already decoded. `path` is relative to the folder that was indexed, with `/`. */
export interface Source {
  path: string;
  /** The file as the user would name it, for messages. */
  name: string;
  text: string;
}

/** A way to write reports. Adding one is a folder beside this file and a line in `formats.ts`. */
export interface Format {
  id: string;
  label: string;
  /** Does the text look like this format? Asked in the list's order; the last one takes all. */
  matches: (source: Source) => boolean;
  /** @throws never for bad content: a document with no text gives no blocks. */
  parse: (source: Source) => Draft;
}
