import MarkdownIt, { type Token } from 'markdown-it';
import { blocksOf } from '#indexer/formats/html/blocks.ts';
import { documentOf } from '#indexer/formats/html/dom.ts';
import { blockOf } from '../clean.ts';
import type { Block } from '../format.ts';

const parser = new MarkdownIt({ html: true, linkify: false });

const FOOTNOTE = /^\[\^[^\]\n]+\]:.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]+\S)))*/gm;

/** An inline token's text; the second value is whether all of it is bold. */
function inlineText(children: Token[]): { text: string; bold: boolean } {
  let text = '';
  let bold = true;
  let depth = 0;
  let script = false;
  let edge = '';
  for (const token of children) {
    if (token.type === 'strong_open') depth += 1;
    if (token.type === 'strong_close') depth -= 1;
    // Converters leave no space where a link meets bold text: `**Click**[**here**](…)**to see**`.
    if (`${edge} ${token.type}` === 'strong_close link_open' || `${edge} ${token.type}` === 'link_close strong_open')
      text += ' ';
    if (/[^*_]/.test(token.content) || token.type.endsWith('_close')) edge = token.type;
    if (token.type === 'html_inline')
      script = /^<(?:script|style)\b/i.test(token.content) || (script && !/^<\//.test(token.content));
    if (/break$/.test(token.type)) text += ' ';
    if (script || (token.type !== 'text' && token.type !== 'code_inline')) continue;
    text += token.content;
    bold &&= depth > 0 || !/[\p{L}\p{N}]/u.test(token.content);
  }
  const literal = /^\*\*.*\*\*$/s.test(text.trim());
  return {
    text: text.replace(/(?<=\w)\*{2,}(?=\w)/g, ' ').replace(/\*{2,}|(?<!\w)_{2,}|_{2,}(?!\w)|^\s*[*_]+|[*_]+\s*$/g, ''),
    bold: bold || literal,
  };
}

function kindOf(open: string[]): Block['kind'] {
  if (open.includes('heading')) return 'heading';
  return open.includes('list_item') ? 'item' : 'paragraph';
}

function blocksOfToken(token: Token, kind: Block['kind']): Block[] {
  if (token.type === 'inline') {
    const { text, bold } = inlineText(token.children ?? []);
    return blockOf(kind, text, bold);
  }
  if (token.type === 'html_block') return blocksOf(documentOf(token.content).body);
  const isCode = token.type === 'code_block' || token.type === 'fence';
  return isCode ? token.content.split(/\n\s*\n/).flatMap((text) => blockOf(kind, text)) : [];
}

/** The blocks of a Markdown text: no HTML passes through, and footnotes are left out. */
export function markdownBlocks(body: string): Block[] {
  const open: { name: string; from: number }[] = [];
  const blocks: Block[] = [];
  for (const token of parser.parse(body.replace(FOOTNOTE, ''), {})) {
    if (token.nesting === 1) open.push({ name: token.type.replace(/_open$/, ''), from: blocks.length });
    if (token.nesting === -1) open.pop();
    if (token.nesting !== 0) continue;
    const found = blocksOfToken(token, kindOf(open.map(({ name }) => name)));
    const item = open.findLast(({ name }) => name === 'list_item');
    const last = blocks.at(-1);
    // An item's later paragraphs belong to its first.
    if (item && item.from < blocks.length && last?.kind === 'item')
      for (const { text } of found) last.text += ` ${text}`;
    else blocks.push(...found);
  }
  return blocks;
}
