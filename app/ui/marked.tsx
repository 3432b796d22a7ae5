import type { Span } from '#lib/report/finding.ts';

/** A text with ranges of it marked. Ranges are in order and do not overlap. */
export function Marked({ text, ranges }: { text: string; ranges: Span[] }) {
  const pieces = ranges.map(([start, end], index) => ({
    before: text.slice(ranges[index - 1]?.[1] ?? 0, start),
    match: text.slice(start, end),
    start,
  }));
  return (
    <>
      {pieces.map(({ before, match, start }) => (
        <span key={start}>
          {before}
          <mark>{match}</mark>
        </span>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
