import { blockOf, bulleted, headingLike } from '../clean.ts';
import type { Block } from '../format.ts';
import { inOrder } from './columns.ts';
import { isClosed, joined, wordsOf } from './join.ts';
import { type Line, linesOf } from './lines.ts';
import type { Page } from './page.ts';
import { type Paragraph, paragraphsOf, usualOf } from './paragraphs.ts';
import { withoutRunning } from './running.ts';
import { taggedParagraphs } from './tree.ts';

/** A document's blocks, and its headline where one stands out at its head. */
export interface Content {
  blocks: Block[];
  headline: string | null;
}

/** How far down a headline may stand, in paragraphs. */
const HEAD = 5;
const HEADLINE = { words: 20, length: 160 };

/** Characters beyond which a paragraph is no label. */
const LONG = 80;

/** Lower-case, or behind a long text: items may end without a full stop, and the next begins with a capital. */
function isRest({ kind, lines }: Paragraph, start: Line): boolean {
  if (/^\p{Ll}/u.test(start.text.trim())) return true;
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  return kind === 'paragraph' && length > LONG && !start.bold && lines.every(({ bold }) => !bold);
}

/** Does the block that ends a page go on with that which begins the next? */
function goesOn(before: Paragraph, next: Paragraph): boolean {
  const end = before.lines.at(-1);
  const [start] = next.lines;
  if (!end || !start || before.kind !== next.kind || next.kind === 'heading') return false;
  return !isClosed(end.text) && bulleted(start.text.trim()) === null && isRest(before, start);
}

/** Sentences that a page's end broke are whole again; notes at its foot stay behind them. */
function acrossPages(pages: Paragraph[][]): Paragraph[] {
  const all: Paragraph[] = [];
  for (const page of pages) {
    const [next, ...rest] = page;
    const before = all.findLast(({ kind }) => kind !== 'note');
    const isOne = before !== undefined && next !== undefined && goesOn(before, next);
    if (isOne) before.lines.push(...next.lines);
    all.push(...(isOne ? rest : page));
  }
  return all;
}

function paragraphs(pages: readonly Page[]): { all: Paragraph[]; lines: Line[] } {
  const sheets = withoutRunning(
    pages.map(({ runs, number, height }) => ({ height, lines: inOrder(linesOf(runs, number)) })),
  );
  const lines = sheets.flatMap((sheet) => sheet.lines);
  const usual = usualOf(lines);
  const tagged = pages.filter(({ runs }) => runs.length > 0).map((page) => taggedParagraphs(page, usual));
  const whole = tagged.flatMap((page) => (page ? [page] : []));
  if (whole.length === tagged.length) return { all: acrossPages(whole), lines };
  return { all: acrossPages(sheets.map((sheet) => paragraphsOf(sheet.lines, usual))), lines };
}

/** The largest of the headings at the head, or a short line above all else. */
function headlineOf(blocks: readonly { block: Block; size: number }[]): string | null {
  const headings = blocks.slice(0, HEAD).filter(({ block }) => block.kind === 'heading');
  const [top] = blocks;
  if (top?.block.kind === 'paragraph' && headingLike(top.block.text, HEADLINE)) headings.unshift(top);
  const [first, ...rest] = headings;
  if (!first) return null;
  return rest.reduce((best, heading) => (heading.size > best.size * 1.05 ? heading : best), first).block.text;
}

/** What stands on pages: by their tags where all of them have such, else by the places of their lines. */
export function contentOf(pages: readonly Page[]): Content {
  const { all, lines } = paragraphs(pages);
  const words = wordsOf(lines);
  const sized = all.flatMap(({ kind, lines: own, level }) => {
    const bold = own.every((line) => line.bold);
    return blockOf(kind, joined(own, words), bold).map((block) => ({
      block: block.kind === 'heading' && level ? { ...block, level } : block,
      size: own[0]?.size ?? 0,
    }));
  });
  return { blocks: sized.map(({ block }) => block), headline: headlineOf(sized) };
}
