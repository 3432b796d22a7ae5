import { withBullets } from './drawings.ts';
import { matrixOf, product } from './matrix.ts';
import { operators, type PdfPage } from './pdfjs.ts';
import type { Tree } from './tree.ts';

/** Text in one font on one line. Points; `y` is the baseline, counted downwards from the page's head. */
export interface Run {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
  /** The marked content it stands in, as the structure tree names it. */
  mark: string | null;
}

export interface Page {
  number: number;
  height: number;
  runs: Run[];
  /** Null where the page is not tagged. */
  tree: Tree | null;
}

const BOLD = /bold|black|heavy|demi/i;
/** Glyphs of symbol fonts that stand for bullets, in the private use area. */
const SYMBOLS = /[\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf06e\uf0a8\uf02d\uf071\uf075\uf0e8]/g;

/** The name of a font, as far as it can be had once the page's drawing is known. */
function fontName(page: PdfPage, id: string): string {
  const font: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null;
  return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
}

/** A page's text with its places; text that stands askew (a stamp over the page, a note along its edge) is left out. */
export async function readPage(page: PdfPage): Promise<Page> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const drawn = await page.getOperatorList();
  const { height, transform } = page.getViewport({ scale: 1 });
  const view = matrixOf(transform);
  const runs: Run[] = [];
  const marks: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const [a, b, c, d, x, y] = product(view, matrixOf(item.transform));
      const upright = a > 0 && Math.abs(b) < a * 0.1;
      const text = item.str.replace(SYMBOLS, '•');
      if (!upright || text === '') continue;
      const bold = BOLD.test(fontName(page, item.fontName));
      const mark = marks.findLast((id) => id !== null) ?? null;
      runs.push({ text, x, y, width: item.width, size: Math.hypot(c, d), bold, mark });
    } else if (item.type.startsWith('begin')) marks.push(item.id ?? null);
    else marks.pop();
  }
  const tree = (await page.getStructTree().catch(() => null)) as Tree | null;
  return { number: page.pageNumber, height, runs: withBullets(runs, drawn, view, await operators()), tree };
}
