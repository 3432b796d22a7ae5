import { keyHeading } from '#indexer/findings/key-heading.ts';
import { fieldNames, metadataOf } from '../fields.ts';
import type { Block, Draft } from '../format.ts';
import { type Text, textFormat } from '../text-format.ts';
import { markdownBlocks } from './blocks.ts';
import { hasFrontMatter, readFrontMatter } from './front-matter.ts';

/** How far down a text its headline may stand. */
const HEAD = 3;

/** The first heading, if it stands at the head of the text and announces no list. */
function headlineOf(blocks: Block[]): string | null {
  const heading = blocks.slice(0, HEAD).find(({ kind }) => kind === 'heading');
  return heading && !keyHeading(heading.text) ? heading.text : null;
}

function parse({ text }: Text): Draft {
  const { fields, body } = readFrontMatter(text);
  const metadata = metadataOf((field) => fieldNames[field].map((name) => fields.get(name)).find(Boolean) ?? '');
  const blocks = markdownBlocks(body);
  return { metadata: { ...metadata, title: metadata.title ?? headlineOf(blocks) }, blocks };
}

function matches({ path, text }: Text): boolean {
  return /\.(?:md|markdown)$/i.test(path) || hasFrontMatter(text);
}

/** Markdown, with or without front matter. */
export const markdown = textFormat({
  id: 'markdown',
  label: 'Markdown',
  endings: ['.md', '.markdown'],
  matches,
  parse,
});
