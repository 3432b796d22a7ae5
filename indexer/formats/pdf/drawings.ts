import { type Matrix, matrixOf, product } from './matrix.ts';
import type { Run } from './page.ts';
import type { Operators, PdfPage } from './pdfjs.ts';

/** A small filled shape. Points, `y` its middle, counted downwards. */
interface Dot {
  x: number;
  right: number;
  y: number;
}

/** Points: a bullet's least and greatest width and height. */
const LEAST = 1;
const MOST = 9;
/** Sizes of the text that may lie between a bullet and its text. */
const FAR = 3;

type Drawn = Awaited<ReturnType<PdfPage['getOperatorList']>>;

function dotOf(matrix: Matrix, box: unknown): Dot | null {
  const [left = 0, top = 0, right = 0, foot = 0] = ArrayBuffer.isView(box) ? [...(box as Float32Array)] : [];
  const [, , , , x, y] = product(matrix, [1, 0, 0, 1, left, top]);
  const [, , , , x2, y2] = product(matrix, [1, 0, 0, 1, right, foot]);
  const [width, height] = [Math.abs(x2 - x), Math.abs(y2 - y)];
  const isSmall =
    [width, height].every((size) => size > LEAST && size < MOST) && width < height * 2.5 && height < width * 2.5;
  return isSmall ? { x: Math.min(x, x2), right: Math.max(x, x2), y: (y + y2) / 2 } : null;
}

/** The small filled shapes of a page. */
function dotsOf({ fnArray, argsArray }: Drawn, view: Matrix, ops: Operators): Dot[] {
  const filled = new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke]);
  const stack: Matrix[] = [];
  const dots: Dot[] = [];
  let matrix = view;
  for (const [at, operator] of fnArray.entries()) {
    const args: unknown[] = argsArray[at] ?? [];
    if (operator === ops.save || operator === ops.paintFormXObjectBegin) stack.push(matrix);
    if (operator === ops.restore || operator === ops.paintFormXObjectEnd) matrix = stack.pop() ?? view;
    else if (operator === ops.transform) matrix = product(matrix, matrixOf(args));
    else if (operator === ops.paintFormXObjectBegin) matrix = product(matrix, matrixOf(args[0]));
    else if (operator === ops.constructPath && filled.has(Number(args[0]))) {
      const dot = dotOf(matrix, args[2]);
      if (dot) dots.push(dot);
    }
  }
  return dots;
}

/** The text with a bullet before each line at whose head one is drawn. */
export function withBullets(runs: readonly Run[], drawn: Drawn, view: Matrix, ops: Operators): Run[] {
  const before = new Map<Run, Run>();
  for (const { x, right, y } of dotsOf(drawn, view, ops)) {
    const beside = runs.filter((run) => run.text.trim() !== '' && run.y > y && run.y - run.size < y);
    if (beside.some((run) => run.x < x)) continue;
    const [text] = beside.sort((a, b) => a.x - b.x);
    if (text && text.x >= right - 1 && text.x - right < text.size * FAR)
      before.set(text, { ...text, text: '•', x, width: right - x });
  }
  return runs.flatMap((run) => {
    const bullet = before.get(run);
    return bullet ? [bullet, run] : [run];
  });
}
