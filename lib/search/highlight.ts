import type { Span } from '#lib/report/finding.ts';

/** Marks of a match in what the engine answers: private characters, which the indexer takes out of every text it reads. */
export const MARK = { open: '\uE000', close: '\uE001' } as const;

/** A text with marks as the text and the ranges that they enclose. */
export function rangesOf(marked: string): { text: string; ranges: Span[] } {
  if (!marked.includes(MARK.open)) return { text: marked.replaceAll(MARK.close, ''), ranges: [] };
  const ranges: Span[] = [];
  let text = '';
  let start = -1;
  for (const piece of marked.split(/([\uE000\uE001])/)) {
    if (piece === MARK.open) start = text.length;
    else if (piece !== MARK.close) text += piece;
    else if (start >= 0) {
      if (text.length > start) ranges.push([start, text.length]);
      start = -1;
    }
  }
  return { text, ranges };
}

/** Ranges in order, those that touch or overlap made one. */
export function mergeRanges(ranges: Span[]): Span[] {
  const merged: Span[] = [];
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
