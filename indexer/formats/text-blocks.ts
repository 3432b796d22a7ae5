import { clean } from './clean.ts';
import type { Block } from './format.ts';
import { bareBlocks, withoutScripts } from './html/bare.ts';
import { blocksOf } from './html/blocks.ts';
import { documentOf, isTooDeep } from './html/dom.ts';
import { contentBlocks } from './html/main-content.ts';
import { markdownBlocks } from './markdown/blocks.ts';
import { blocksOfLines } from './text/lines.ts';

const PAGE = /<(?:html|body)\b/i;
const BLOCK_TAG = /<(?:p|div|br|h[1-6]|ul|ol|li|table|tr|blockquote|section|article|pre)\b[^<>]*>/i;
const INLINE_TAG = /<\/?(?:a|b|i|u|em|strong|span|font|sup|sub|img|cite|q|small|code|script|style)\b[^<>]*>/i;
const ENTITY = /&(?:[a-z]{2,8}|#\d{2,7}|#x[\da-f]{2,6});/i;
const MARKDOWN = /^#{1,6} \S|\[[^\]\n]+\]\(https?:|^\*\*\S[^*\n]*\*\*\s*$/m;

/** The blocks of HTML: of a whole page its main part. */
export function htmlBlocks(html: string): Block[] {
  if (isTooDeep(html)) return bareBlocks(html);
  try {
    const document = documentOf(html);
    return (PAGE.test(html) ? contentBlocks(document) : blocksOf(document.body)) ?? bareBlocks(html);
  } catch {
    return bareBlocks(html);
  }
}

/** The blocks of a text that came without a word on its format: HTML, Markdown or plain, as it looks. */
export function blocksOfText(text: string): Block[] {
  const plain = clean(text);
  if (BLOCK_TAG.test(plain) || PAGE.test(plain)) return htmlBlocks(plain);
  // No tag of a block breaks its lines: they are broken where the text breaks them.
  if (INLINE_TAG.test(plain) || ENTITY.test(plain)) return htmlBlocks(plain.replace(/\n/g, '<br>'));
  return MARKDOWN.test(plain) && /\n\s*\n/.test(plain) ? markdownBlocks(plain) : blocksOfLines(plain.split('\n'));
}

/** A title or name without tags and entities. */
export function plainText(text: string): string {
  if (!(INLINE_TAG.test(text) || BLOCK_TAG.test(text) || ENTITY.test(text)) || isTooDeep(text)) return text;
  return documentOf(withoutScripts(text)).body?.textContent ?? text;
}
