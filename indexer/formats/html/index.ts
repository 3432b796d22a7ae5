import type { Draft, Metadata } from '../format.ts';
import { type Text, textFormat } from '../text-format.ts';
import { bareBlocks } from './bare.ts';
import { documentOf, isTooDeep } from './dom.ts';
import { contentBlocks } from './main-content.ts';
import { metadataOf } from './metadata.ts';

const SILENT: Metadata = { title: null, url: null, source: null, lang: null, date: null, published: null };

function matches({ path, text }: Text): boolean {
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(text)) return true;
  return /\.x?html?$/i.test(path) && /<[a-z!]/i.test(text);
}

function bare(text: string): Draft {
  return { metadata: SILENT, blocks: bareBlocks(text) };
}

function parse({ text }: Text): Draft {
  if (isTooDeep(text)) return bare(text);
  try {
    const document = documentOf(text);
    const metadata = metadataOf(document, text);
    return { metadata, blocks: contentBlocks(document) ?? bareBlocks(text) };
  } catch {
    return bare(text);
  }
}

/** Web pages. */
export const html = textFormat({ id: 'html', label: 'HTML', endings: ['.html', '.htm', '.xhtml'], matches, parse });
