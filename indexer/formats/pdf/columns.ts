import { groupBy } from './group.ts';
import type { Line } from './lines.ts';

/** Lines that a column must have, and the share of the page's width that they must fill. */
const LEAST_LINES = 4;
const FILLED = 0.2;
const NEAR = 3;

/** How much of the width its rows fill: their pieces may stand apart. */
function filled(lines: readonly Line[]): number {
  const rows = new Set(lines.map(({ y }) => Math.round(y)));
  return lines.reduce((sum, { x, right }) => sum + right - x, 0) / rows.size;
}

function edges(lines: readonly Line[]): { left: number; right: number } {
  return lines.reduce(
    ({ left, right }, line) => ({ left: Math.min(left, line.x), right: Math.max(right, line.right) }),
    {
      left: Number.POSITIVE_INFINITY,
      right: Number.NEGATIVE_INFINITY,
    },
  );
}

/** Left edges that many lines share, but for the leftmost: where a second column may begin. */
function starts(lines: readonly Line[], left: number): number[] {
  const counts = groupBy(lines, ({ x }) => Math.round(x / NEAR));
  return [...counts.values()]
    .filter((group) => group.length >= LEAST_LINES)
    .map((group) => Math.min(...group.map(({ x }) => x)))
    .filter((x) => x > left + NEAR)
    .sort((a, b) => a - b);
}

/** Do lines stand on both sides of `x`, side by side, and wide enough to be text rather than labels? */
function isGutter(lines: readonly Line[], x: number, width: number): boolean {
  const before = lines.filter(({ right }) => right < x - NEAR);
  const behind = lines.filter((line) => line.x >= x - NEAR);
  const across = lines.length - before.length - behind.length;
  if (before.length < LEAST_LINES || across > lines.length * 0.4) return false;
  const top = Math.min(...behind.map(({ y }) => y));
  const foot = Math.max(...behind.map(({ y }) => y));
  const beside = before.filter(({ y }) => y > top - NEAR && y < foot + NEAR);
  return beside.length >= LEAST_LINES && [beside, behind].every((side) => filled(side) > width * FILLED);
}

function byPlace(a: Line, b: Line): number {
  return Math.abs(a.y - b.y) < 1 ? a.x - b.x : a.y - b.y;
}

function gutterOf(lines: readonly Line[]): number | undefined {
  const { left, right } = edges(lines);
  return starts(lines, left).find((x) => isGutter(lines, x, right - left));
}

/** One column: each line is told its edges, and its pieces are one. */
function single(lines: readonly Line[], column = edges(lines)): Line[] {
  const rows: Line[] = [];
  for (const line of [...lines].sort(byPlace)) {
    const last = rows.at(-1);
    if (last && Math.abs(last.y - line.y) < 1 && line.x > last.x)
      Object.assign(last, { text: `${last.text} ${line.text}`, right: line.right, bold: last.bold && line.bold });
    else rows.push({ ...line, column });
  }
  return rows;
}

/** Between lines that run across it, what stands left of the gutter comes first. */
function parted(lines: readonly Line[], gutter: number): Line[] {
  const ordered: Line[] = [];
  let left: Line[] = [];
  let behind: Line[] = [];
  const column = edges(lines.filter(({ right }) => right < gutter - NEAR));
  const flush = () => {
    ordered.push(...single(left, column), ...inOrder(behind));
    left = [];
    behind = [];
  };
  const whole = edges(lines);
  for (const line of [...lines].sort(byPlace)) {
    if (line.x >= gutter - NEAR) behind.push(line);
    else if (line.right < gutter - NEAR) left.push(line);
    else {
      flush();
      ordered.push({ ...line, column: whole });
    }
  }
  flush();
  return ordered;
}

/** A page's lines in reading order: down the first column, then down the next. */
export function inOrder(lines: readonly Line[]): Line[] {
  const gutter = gutterOf(lines);
  return gutter === undefined ? single(lines) : parted(lines, gutter);
}
