import type { Format, Source } from './format.ts';
import { html } from './html/index.ts';
import { markdown } from './markdown/index.ts';
import { text } from './text/index.ts';

/** Every format that can be read, asked in this order; plain text takes what no other does. */
export const formats: readonly Format[] = [html, markdown, text];

/** The format of a decoded document. */
export function formatOf(source: Source): Format {
  return formats.find((format) => format.matches(source)) ?? text;
}
