import { blockOf, bulleted, foldSpaces, headingLike } from '../clean.ts';
import type { Block } from '../format.ts';
import { isBold, isMark, isSkipped } from './dom.ts';

const HEADINGS = new Set('H1 H2 H3 H4 H5 H6'.split(' '));
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** A run of text in one weight; `\n` stands for a line break of the page. */
interface Run {
  text: string;
  bold: boolean;
}

interface Line {
  text: string;
  bold: boolean;
}

type Kind = Block['kind'];

function linesOf(runs: Run[]): Line[] {
  const lines: Line[] = [{ text: '', bold: true }];
  for (const { text, bold } of runs) {
    const last = lines.at(-1);
    if (text === '\n') lines.push({ text: '', bold: true });
    else if (last) {
      last.text += text;
      last.bold &&= bold || text.trim() === '';
    }
  }
  return lines.map(({ text, bold }) => ({ text: foldSpaces(text), bold: bold && text.trim() !== '' }));
}

/** Lines that `<br>` broke are one paragraph, but for empty lines, bullets and headings between them. */
function paragraphs(lines: Line[]): Line[] {
  const joined: Line[] = [];
  let open = false;
  for (const line of lines) {
    const stands = bulleted(line.text) !== null || (line.bold && headingLike(line.text, { words: 20, length: 160 }));
    const last = joined.at(-1);
    if (line.text && open && !stands && last) {
      last.text += ` ${line.text}`;
      last.bold &&= line.bold;
    } else if (line.text) joined.push({ ...line });
    open = line.text !== '' && !stands;
    if (line.text !== '' && bulleted(line.text) !== null) open = true;
  }
  return joined;
}

class Reader {
  readonly blocks: Block[] = [];
  private runs: Run[] = [];

  flush(kind: Kind): void {
    const lines = linesOf(this.runs);
    this.runs = [];
    const texts =
      kind === 'paragraph' ? paragraphs(lines) : [{ text: lines.map((line) => line.text).join(' '), bold: false }];
    for (const { text, bold } of texts) this.blocks.push(...blockOf(kind, text, bold));
  }

  private block(element: Element, kind: Kind, outer: Kind): void {
    this.flush(outer);
    this.read(element, kind, false);
    this.flush(kind);
  }

  private element(element: Element, kind: Kind, bold: boolean): void {
    const name = element.tagName.toUpperCase();
    if (isSkipped(element) || isMark(element)) return;
    if (name === 'BR') this.runs.push({ text: '\n', bold });
    else if (HEADINGS.has(name) || element.getAttribute('role') === 'heading') this.block(element, 'heading', kind);
    else if (name === 'LI')
      this.block(element, element.querySelector('h1,h2,h3,h4,h5,h6') ? 'paragraph' : 'item', kind);
    else if (INLINE.has(name)) this.read(element, kind, bold || isBold(element));
    else if (kind === 'item' && /^(?:P|DIV)$/.test(name)) this.inItem(element, kind);
    else this.block(element, /^(?:UL|OL|TABLE|BLOCKQUOTE)$/.test(name) ? 'paragraph' : kind, kind);
  }

  /** Paragraphs within an item are one item. */
  private inItem(element: Element, kind: Kind): void {
    this.runs.push({ text: ' ', bold: false });
    this.read(element, kind, false);
    this.runs.push({ text: ' ', bold: false });
  }

  read(parent: Element, kind: Kind, bold: boolean): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === TEXT_NODE) this.runs.push({ text: (node.textContent ?? '').replace(/\s+/g, ' '), bold });
      else if (node.nodeType === ELEMENT_NODE) this.element(node as Element, kind, bold);
    }
  }
}

/** The blocks of a part of a page, in reading order. */
export function blocksOf(root: Element): Block[] {
  const reader = new Reader();
  reader.read(root, 'paragraph', false);
  reader.flush('paragraph');
  return reader.blocks;
}
