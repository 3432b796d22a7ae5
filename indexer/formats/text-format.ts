import type { Outcome } from '#indexer/outcome.ts';
import { decode, sizeLimit, tooLarge } from './decode.ts';
import type { Draft, Format, Item } from './format.ts';
import type { Source, Start } from './source.ts';

/** A file's text, decoded. */
export interface Text {
  path: string;
  text: string;
}

interface TextFormat extends Pick<Format, 'id' | 'label' | 'endings'> {
  /** Asked of files whose start is text. */
  matches: (text: Text) => boolean;
  /** @throws never for bad content: a document with no text gives no blocks. */
  parse: (text: Text) => Draft;
}

/** The file's text, or why there is none. */
export async function textOf(source: Source): Promise<Outcome<string>> {
  if (source.size > sizeLimit) return tooLarge(source.name, source.size);
  return decode(await source.bytes(), source.name, source.charset);
}

/** A format whose files are text, and one document each. */
export function textFormat({ matches, parse, ...format }: TextFormat): Format {
  return {
    ...format,
    matches: ({ path, text }: Start) => text !== null && matches({ path, text }),
    read: async function* (source): AsyncIterable<Outcome<Item>> {
      const text = await textOf(source);
      yield text.ok ? { ok: true, value: { key: null, ...parse({ path: source.path, text: text.value }) } } : text;
    },
  };
}
