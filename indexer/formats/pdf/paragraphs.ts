import { isKeyHeading } from '#indexer/findings/key-heading.ts';
import { bulleted, headingLike } from '../clean.ts';
import type { Block } from '../format.ts';
import { isClosed } from './join.ts';
import type { Line } from './lines.ts';

/** Lines that are one block. */
export interface Paragraph {
  kind: Block['kind'];
  lines: Line[];
  /** Of a heading whose tag gives it. */
  level?: number;
}

/** What is usual in a document, in points: the size of its text, and the distance of its lines. */
export interface Usual {
  size: number;
  leading: number;
}

const LARGER = 1.12;
const SMALLER = 0.92;
const HEADING = { words: 24, length: 200 };
/** In sizes of the text. */
const INDENT = 0.8;
const DEFAULT_LEADING = 1.2;

function sizeOf(lines: readonly Line[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 2) / 2;
    lengths.set(key, (lengths.get(key) ?? 0) + text.length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** What is usual in these lines; the leading is that of the closest quarter, since paragraphs stand farther apart. */
export function usualOf(lines: readonly Line[]): Usual {
  const size = sizeOf(lines);
  const gaps = lines.flatMap((line, at) => {
    const above = lines[at - 1];
    const gap = above ? line.y - above.y : 0;
    const alike = above && Math.abs(line.size - size) < 0.6 && Math.abs(above.size - size) < 0.6;
    return alike && gap > size * 0.8 && gap < size * 3 ? [gap] : [];
  });
  gaps.sort((a, b) => a - b);
  return { size, leading: gaps[Math.floor(gaps.length / 4)] ?? size * DEFAULT_LEADING };
}

function startsItem(line: Line): boolean {
  return bulleted(line.text.trim()) !== null;
}

/** Would the first word of the next line have stood on this one? Then the break was meant. */
function hadRoom(line: Line, next: Line): boolean {
  const [word = ''] = next.text.trim().split(' ');
  const width = ((next.right - next.x) / Math.max(1, next.text.length)) * (word.length + 1);
  return line.column.right - line.right > width + line.size;
}

function isLoud(line: Line, usual: Usual): boolean {
  return line.size > usual.size * LARGER || line.bold;
}

function sameFace(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) < a.size * 0.08 && a.bold === b.bold;
}

/** From column to column and from page to page a sentence may go on. */
function goesOnBeyond(line: Line, next: Line): boolean {
  if (isClosed(line.text) || Math.abs(line.size - next.size) > line.size * 0.08) return false;
  return /^[\p{Ll}\p{N}(«“"]/u.test(next.text.trim()) || !hadRoom(line, { ...next, column: line.column });
}

/** Does the left edge move as it does from block to block, rather than from a first line to the next? */
function isShifted(first: Line, line: Line, next: Line): boolean {
  const by = next.x - line.x;
  const least = next.size * INDENT;
  if (Math.abs(by) < least || !isClosed(line.text)) return false;
  if (line !== first) return true;
  return by > 0 ? !startsItem(first) : line.column.right - line.right > line.size * 2;
}

/** Does a new block begin with `next`? `first` is the block's first line so far, `line` its last. */
function breaks(first: Line, line: Line, next: Line, usual: Usual): boolean {
  if (startsItem(next) || next.noted) return true;
  const gap = next.y - line.y;
  if (line.page !== next.page || gap < -line.size) return !goesOnBeyond(line, next);
  if (isLoud(line, usual) && sameFace(line, next)) return gap > line.size * 1.7 || isKeyHeading(line.text.trim());
  if (Math.abs(line.size - next.size) > line.size * 0.08) return true;
  // Words in bold at the end of a line are no heading; a whole line of them is.
  const turns = isLoud(line, usual) !== isLoud(next, usual) && !/^\p{Ll}/u.test(next.text.trim());
  if (turns && hadRoom(line, next)) return true;
  if (gap > Math.max(usual.leading, line.size) * 1.3 || isShifted(first, line, next)) return true;
  return hadRoom(line, next) && (isClosed(line.text) || (line === first && isKeyHeading(line.text.trim())));
}

function kindOf(lines: Line[], usual: Usual): Block['kind'] {
  const [first] = lines;
  const text = lines.map((line) => line.text.trim()).join(' ');
  if (!first) return 'paragraph';
  if (first.noted) return 'note';
  if (first.size > usual.size * LARGER && headingLike(text, HEADING)) return 'heading';
  if (first.size < usual.size * SMALLER && /^(?:\[?\d{1,3}[\].)]?|[*†‡])\s/.test(text)) return 'note';
  return lines.length === 1 && isKeyHeading(text) ? 'heading' : 'paragraph';
}

/** Where a paragraph begins if it stands in from the edge as a whole, null where it does not. */
function indentOf({ kind, lines }: Paragraph): number | null {
  const [first] = lines;
  if (!first || kind !== 'paragraph' || lines.some(startsItem)) return null;
  const isIn = lines.every(({ x, column, size }) => x > column.left + size / 2 && Math.abs(x - first.x) < 2);
  return isIn ? Math.round(first.x) : null;
}

/** Paragraphs that stand in from the edge, some of them in a row, are the items of lists whose bullets are drawings. */
function withIndentedItems(paragraphs: Paragraph[]): Paragraph[] {
  const indents = paragraphs.map(indentOf);
  const lists = new Set(indents.filter((indent, at) => indent !== null && indents[at + 1] === indent));
  // There the first line alone stands in.
  for (const { lines } of paragraphs) {
    const [first, second] = lines;
    if (first && second && second.x < first.x - 2) lists.delete(Math.round(first.x));
  }
  return paragraphs.map((paragraph, at) => {
    const indent = indents[at] ?? null;
    return indent !== null && lists.has(indent) ? { ...paragraph, kind: 'item' } : paragraph;
  });
}

/** Lines in reading order as paragraphs, headings, items and notes, by their places and faces. */
export function paragraphsOf(lines: readonly Line[], usual: Usual): Paragraph[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    const last = group?.at(-1);
    if (group && first && last && !breaks(first, last, line, usual)) group.push(line);
    else groups.push([line]);
  }
  return withIndentedItems(groups.map((group) => ({ kind: kindOf(group, usual), lines: group })));
}
