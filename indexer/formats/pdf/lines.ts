import { groupBy } from './group.ts';
import type { Run } from './page.ts';

/** A line of text, or the part of it that stands in one column. Points, as in `Run`. */
export interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  bold: boolean;
  page: number;
  /** Begins with a raised number, as a footnote does. */
  noted: boolean;
  /** Edges of the column it stands in. */
  column: { left: number; right: number };
}

const SMALL = 0.8;
/** Characters: what a label before a line's text has at most. */
const SHORT = 6;
/** Gaps, in sizes of the text: more than a word's, and what stands between a bullet and its text. */
const GAP = 1;
const BULLET_GAP = 5;
const SPACE = 0.2;

const MARK = /^[\s[(]*(?:\d{1,3}|[*†‡])(?:[\s,;–-]*\d{1,3})*[\s\])]*$/;
const LABEL = /^(?:[-–—*+•·●▪◦‣○■□◆►➤✓✔→»]|\(?(?:\d{1,2}|[a-z])[.)]|\[\d{1,3}\])\s*$/u;
/** "km" before a raised 2 is no word before a footnote mark. */
const UNIT = /(?:^|[\s\d])[kcm]?m$/;

function begun(run: Run, page: number): Line {
  return {
    ...{ text: run.text, x: run.x, right: run.x + run.width, y: run.y, size: run.size, bold: run.bold, page },
    ...{ noted: false, column: { left: run.x, right: run.x + run.width } },
  };
}

function isRaised(line: Line, { size, y }: Run): boolean {
  return size < line.size * SMALL && y < line.y - line.size * 0.1 && y > line.y - line.size;
}

/** Does a run follow on the same line, within a word's gap? */
function follows(line: Line, run: Run): boolean {
  const larger = Math.max(line.size, run.size);
  if (Math.abs(run.y - line.y) > larger * 0.5) return false;
  const gap = run.x - line.right;
  const limit = LABEL.test(line.text) ? BULLET_GAP : GAP;
  return gap > -larger * 0.5 && gap < larger * limit;
}

function add(line: Line, run: Run): void {
  const spaced = /\s$/.test(line.text) || /^\s/.test(run.text) || run.x - line.right < run.size * SPACE;
  if (run.size > line.size * 1.2 && line.text.trim().length < SHORT) {
    // A raised number before the text of a note.
    line.noted = MARK.test(line.text) && run.y > line.y;
    Object.assign(line, { size: run.size, y: run.y, bold: run.bold });
  } else if (run.text.trim() !== '') line.bold &&= run.bold;
  // A mark that was left out leaves a space.
  const before = /^[.,;:!?)\]]/.test(run.text) ? line.text.trimEnd() : line.text;
  line.text = `${before}${spaced ? '' : ' '}${run.text}`;
  line.right = run.x + run.width;
}

/** Footnote marks, raised and small, are left out. */
function isMark(line: Line, run: Run): boolean {
  return isRaised(line, run) && MARK.test(run.text) && !UNIT.test(line.text);
}

/** Pieces of a line that were drawn apart are joined. */
function merged(lines: Line[]): Line[] {
  const rows = groupBy(lines, ({ y }) => Math.round(y));
  return [...rows.values()].flatMap((row) => {
    const joined: Line[] = [];
    for (const line of row.sort((a, b) => a.x - b.x)) {
      const last = joined.at(-1);
      const piece = { ...line, width: line.right - line.x, mark: null };
      if (last && follows(last, piece)) add(last, piece);
      else joined.push(line);
    }
    return joined;
  });
}

/** The lines of runs, in the order in which those were drawn. */
export function linesOf(runs: readonly Run[], page: number): Line[] {
  const lines: Line[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (run.text.trim() === '') {
      if (last && follows(last, run) && !/\s$/.test(last.text)) last.text += ' ';
    } else if (last && follows(last, run)) {
      if (isMark(last, run)) Object.assign(last, { right: run.x + run.width, text: `${last.text} ` });
      else add(last, run);
    } else lines.push(begun(run, page));
  }
  return merged(lines).filter(({ text }) => text.trim() !== '');
}
