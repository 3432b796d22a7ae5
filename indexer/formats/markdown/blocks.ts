import MarkdownIt, { type Token } from 'markdown-it';
import { isCall } from '#indexer/findings/boilerplate.ts';
import { isNoteHeading, isProse } from '#indexer/findings/notes.ts';
import { blocksOf } from '#indexer/formats/html/blocks.ts';
import { documentOf } from '#indexer/formats/html/dom.ts';
import { blockOf, foldSpaces } from '../clean.ts';
import type { Block } from '../format.ts';

const parser = new MarkdownIt({ html: true, linkify: false });

const FOOTNOTE = /^\[\^[^\]\n]+\]:.*(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n[ \t]+\S)))*/gm;

/** An inline token's text with the addresses of its links, as a note is kept. */
function citedText(children: Token[]): string {
  let text = '';
  let link = { from: 0, target: '' };
  for (const token of children) {
    if (token.type === 'link_open') link = { from: text.length, target: token.attrGet('href') ?? '' };
    else if (token.type === 'link_close' && link.target)
      text = /^(?:https?:|www\.)/.test(text.slice(link.from))
        ? text.slice(0, link.from) + link.target
        : `${text} ${link.target}`;
    else if (token.type === 'text' || token.type === 'code_inline') text += token.content;
    else if (/break$/.test(token.type)) text += ' ';
  }
  return foldSpaces(text);
}

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

/** Where a token stands: the kind of its block, the level of a heading, and whether it is below "References". */
interface Place {
  kind: Block['kind'];
  level: number | null;
  inNotes: boolean;
}

function blocksOfToken(token: Token, { kind, level, inNotes }: Place): Block[] {
  if (token.type === 'inline') {
    const children = token.children ?? [];
    const { text, bold } = inlineText(children);
    return blockOf(kind, text, bold).map((block): Block => {
      const isNote =
        block.kind === 'note' || (inNotes && block.kind !== 'heading' && !isProse(block) && !isCall(block.text));
      if (isNote) return { kind: 'note', text: citedText(children) };
      return block.kind === 'heading' && level !== null ? { ...block, level } : block;
    });
  }
  if (token.type === 'html_block') return blocksOf(documentOf(token.content).body);
  const isCode = token.type === 'code_block' || token.type === 'fence';
  return isCode ? token.content.split(/\n\s*\n/).flatMap((text) => blockOf(kind, text)) : [];
}

/** `[^3]: Ministry, [bulletin](https://a.example)` as a note: its words, and the addresses of its links. */
function noteOf(definition: string): Block[] {
  const text = definition
    .replace(/^\[\^[^\]\n]+\]:/, '')
    .replace(/\[([^\]\n]*)\]\((\S+?)(?:\s+"[^"\n]*")?\)/g, '$1 $2');
  return blockOf('note', text.replace(/[<>*_]+(?=\S)|(?<=\S)[<>*_]+/g, ''));
}

function levelOf({ type, tag }: Token): number | null {
  return type === 'heading_open' ? Number(tag.slice(1)) : null;
}

/** The blocks of a Markdown text: no HTML passes through, and footnotes are notes behind it. */
export function markdownBlocks(body: string): Block[] {
  const open: { name: string; from: number; level: number | null }[] = [];
  const blocks: Block[] = [];
  let inNotes = false;
  for (const token of parser.parse(body.replace(FOOTNOTE, ''), {})) {
    if (token.nesting === 1)
      open.push({ name: token.type.replace(/_open$/, ''), from: blocks.length, level: levelOf(token) });
    if (token.nesting === -1) open.pop();
    if (token.nesting !== 0) continue;
    const kind = kindOf(open.map(({ name }) => name));
    const found = blocksOfToken(token, { kind, level: open.at(-1)?.level ?? null, inNotes });
    for (const block of found) if (block.kind === 'heading' || isNoteHeading(block)) inNotes = isNoteHeading(block);
    const item = open.findLast(({ name }) => name === 'list_item');
    const last = blocks.at(-1);
    // An item's later paragraphs belong to its first.
    if (item && item.from < blocks.length && last?.kind === 'item')
      for (const { text } of found) last.text += ` ${text}`;
    else blocks.push(...found);
  }
  return [...blocks, ...Array.from(body.matchAll(FOOTNOTE), ([definition]) => noteOf(definition)).flat()];
}
