'use client';
import type { Query } from '#lib/search/query.ts';
import type { Histogram } from '#lib/search/result.ts';
import { counted } from '../format.ts';
import { bucketName } from './axis.ts';
import { type Columns, daysOf } from './brush.ts';
import { datesLabel } from './labels.ts';
import styles from './strip-chart.module.css';

export function percent(part: number, size: number): string {
  return `${(100 * part) / size}%`;
}

/** From one column up to another. */
export function across(start: number, end: number, size: number) {
  return { insetInlineStart: percent(start, size), inlineSize: percent(end - start, size) };
}

/** The place of a column's text: at the column, and inside the strip. */
export function beside(column: number, size: number) {
  const at = percent(column + 0.5, size);
  return { insetInlineStart: at, translate: `-${at}` };
}

interface Props {
  query: Query;
  histogram: Histogram;
  draft: Columns | null;
  pointed: number | null;
}

/** What is under the pointer, or being chosen, and how much it holds. */
export function StripReadout({ query, histogram, draft, pointed }: Props) {
  const { buckets, interval } = histogram;
  if (pointed === null) return null;
  const { first, last } = draft ?? { first: pointed, last: pointed };
  const sum = buckets.slice(first, last + 1).reduce((total, { count }) => total + count, 0);
  const name = draft
    ? (datesLabel(daysOf(draft, histogram)) ?? 'All')
    : bucketName(buckets[pointed]?.from ?? '', interval);
  return (
    <p className={styles.readout} aria-hidden="true">
      <span style={beside(pointed, buckets.length)}>
        {name}: {counted(sum, query.type)}
      </span>
    </p>
  );
}
