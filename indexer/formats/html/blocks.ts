import { isCall } from '#indexer/findings/boilerplate.ts';
import { isNoteHeading, isProse } from '#indexer/findings/notes.ts';
import { blockOf } from '../clean.ts';
import type { Block } from '../format.ts';
import { isBold, isMark, isNotes, isSkipped } from './dom.ts';
import { type Line, linesOf, type Run, whole, withParagraphs } from './lines.ts';

const HEADINGS = new Set('H1 H2 H3 H4 H5 H6'.split(' '));
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const GROUPS = new Set('UL OL TABLE BLOCKQUOTE'.split(' '));
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

type Kind = Block['kind'];

/** What a run of text stands in. */
interface Place {
  kind: Kind;
  bold: boolean;
  linked: boolean;
}

function levelOf(element: Element, name: string): number | null {
  if (HEADINGS.has(name)) return Number(name.slice(1));
  if (element.getAttribute('role') !== 'heading') return null;
  return Number(element.getAttribute('aria-level')) || 2;
}

/** The address of a link to another page, null for those within the page. */
function targetOf(element: Element): string | null {
  const href = element.getAttribute('href')?.trim() ?? '';
  return /^https?:\/\//i.test(href) ? href : null;
}

class Reader {
  readonly blocks: Block[] = [];
  /** Characters of the text that are links, those of notes aside. */
  linked = 0;
  private runs: Run[] = [];
  private inNotes = false;
  private level: number | null = null;

  private add(kind: Kind, line: Line): void {
    for (const block of blockOf(kind, line.text, line.bold)) {
      const announces = isNoteHeading(block);
      if (block.kind === 'heading' || announces) this.inNotes = announces;
      const isNote = block.kind === 'note' || (this.inNotes && !announces && !isProse(block) && !isCall(block.text));
      if (!isNote) this.linked += line.linked;
      if (isNote) this.blocks.push({ kind: 'note', text: line.cited });
      else this.blocks.push(block.kind === 'heading' && this.level ? { ...block, level: this.level } : block);
    }
  }

  flush(kind: Kind): void {
    const lines = linesOf(this.runs);
    this.runs = [];
    for (const line of kind === 'paragraph' ? withParagraphs(lines) : [whole(lines)]) this.add(kind, line);
  }

  private block(element: Element, kind: Kind, outer: Place): void {
    this.flush(outer.kind);
    this.read(element, { kind, bold: false, linked: false });
    this.flush(kind);
  }

  private heading(element: Element, level: number, outer: Place): void {
    this.flush(outer.kind);
    this.level = level;
    this.read(element, { kind: 'heading', bold: false, linked: false });
    this.flush('heading');
    this.level = null;
  }

  private inline(element: Element, name: string, place: Place): void {
    const target = name === 'A' ? targetOf(element) : null;
    this.read(element, { ...place, bold: place.bold || isBold(element), linked: place.linked || name === 'A' });
    if (target) this.runs.push({ text: '', bold: place.bold, linked: false, target });
  }

  private element(element: Element, place: Place): void {
    const { kind, bold } = place;
    const name = element.tagName.toUpperCase();
    if (isSkipped(element) || isMark(element)) return;
    const level = levelOf(element, name);
    if (name === 'BR') this.runs.push({ text: '\n', bold, linked: false });
    else if (kind === 'note' && !INLINE.has(name)) this.block(element, kind, place);
    else if (level !== null) this.heading(element, level, place);
    else if (INLINE.has(name)) this.inline(element, name, place);
    else if (isNotes(element)) this.block(element, 'note', place);
    else if (name === 'LI')
      this.block(element, element.querySelector('h1,h2,h3,h4,h5,h6') ? 'paragraph' : 'item', place);
    else if (kind === 'item' && (name === 'P' || name === 'DIV')) this.inItem(element, place);
    else this.block(element, GROUPS.has(name) ? 'paragraph' : kind, place);
  }

  /** Paragraphs within an item are one item. */
  private inItem(element: Element, { kind }: Place): void {
    this.runs.push({ text: ' ', bold: false, linked: false });
    this.read(element, { kind, bold: false, linked: false });
    this.runs.push({ text: ' ', bold: false, linked: false });
  }

  read(parent: Element, place: Place): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === TEXT_NODE)
        this.runs.push({ text: (node.textContent ?? '').replace(/\s+/g, ' '), bold: place.bold, linked: place.linked });
      else if (node.nodeType === ELEMENT_NODE) this.element(node as Element, place);
    }
  }
}

/** A part of a page: its blocks in reading order, and how many characters of its text are links. */
export function readPart(root: Element): { blocks: Block[]; linked: number } {
  const reader = new Reader();
  reader.read(root, { kind: 'paragraph', bold: false, linked: false });
  reader.flush('paragraph');
  return { blocks: reader.blocks, linked: reader.linked };
}

/** The blocks of a part of a page, in reading order. */
export function blocksOf(root: Element): Block[] {
  return readPart(root).blocks;
}
