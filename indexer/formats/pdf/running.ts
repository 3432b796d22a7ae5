import type { Line } from './lines.ts';

/** A page's lines in reading order, and its height in points. */
export interface Sheet {
  height: number;
  lines: Line[];
}

/** Parts of a page's height where running heads and feet stand, and how far from page to page they may move. */
const MARGIN = 0.12;
const MOVED = 4;
const LEAST_SHARE = 0.3;

const NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:page|p\.|seite|стор(?:інка|\.)|стр(?:аница|\.)|с\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|von|з|із|из)\s*\d{1,4})?(?:\s*[-–—|])?$/iu;

function inMargin({ y }: Line, height: number): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

function shape(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}

/** The lines at the head and foot of a page, outside of which nothing stands. */
function outermost({ lines }: Sheet): { head: number; foot: number } {
  const ys = lines.map(({ y }) => y);
  return { head: Math.min(...ys), foot: Math.max(...ys) };
}

/** The pages without what is the same at the head or foot of many, and without page numbers. */
export function withoutRunning(sheets: readonly Sheet[]): Sheet[] {
  const places = new Map<string, Map<number, number>>();
  for (const [page, { lines, height }] of sheets.entries())
    for (const line of lines) {
      if (!inMargin(line, height) || line.noted) continue;
      const key = shape(line.text);
      places.set(key, (places.get(key) ?? new Map<number, number>()).set(page, line.y));
    }
  const least = Math.max(2, sheets.length * LEAST_SHARE);
  const runs = ({ text, y }: Line) => {
    const same = [...(places.get(shape(text)) ?? [])].filter(([, other]) => Math.abs(other - y) < MOVED);
    return same.length >= least;
  };
  return sheets.map((sheet) => {
    const { head, foot } = outermost(sheet);
    const isNumber = ({ text, y }: Line) => (y - head < 1 || foot - y < 1) && NUMBER.test(text.trim());
    return {
      ...sheet,
      lines: sheet.lines.filter(
        (line) => line.noted || !inMargin(line, sheet.height) || !(isNumber(line) || runs(line)),
      ),
    };
  });
}
