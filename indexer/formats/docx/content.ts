import mammoth from 'mammoth';
import { blockOf, foldSpaces } from '../clean.ts';
import type { Block } from '../format.ts';
import { blocksOf } from '../html/blocks.ts';
import { documentOf } from '../html/dom.ts';

const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='List Bullet'] => ul > li:fresh",
  "p[style-name='List Bullet 2'] => ul > li:fresh",
  "p[style-name='List Number'] => ol > li:fresh",
  "p[style-name^='TOC'] => !",
  "p[style-name^='toc'] => !",
];

/** A document's text, and what stands in the style that Word has for titles. */
export interface Content {
  blocks: Block[];
  titled: string | null;
}

/** Footnotes and endnotes, which mammoth lists at the end, taken off there. */
function takeNotes(document: Document): Block[] {
  const notes = [...document.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')];
  for (const back of document.querySelectorAll('a[href*="note-ref-"]')) back.remove();
  return notes.flatMap((note) => {
    note.remove();
    return blockOf('note', note.textContent ?? '');
  });
}

/** @throws where Word's XML is damaged. */
export async function contentOf(bytes: Uint8Array): Promise<Content> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) },
    {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const document = documentOf(value);
  const notes = takeNotes(document);
  const titled = foldSpaces(document.querySelector('h1.title')?.textContent ?? '') || null;
  return { blocks: [...blocksOf(document.body), ...notes], titled };
}
