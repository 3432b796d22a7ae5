'use client';
import { bucketEnd } from '#lib/search/interval.ts';
import type { Histogram } from '#lib/search/result.ts';
import { endName } from './axis.ts';
import { type Columns, columnsOf, type Days } from './brush.ts';
import styles from './strip-chart.module.css';
import { percent } from './strip-readout.tsx';

interface Props {
  days: Days;
  edges: [start: number, end: number];
  histogram: Histogram;
  draft: Columns | null;
}

/** The two ends of what is chosen, for pointer and keys. */
export function StripThumbs({ days, edges, histogram, draft }: Props) {
  const { buckets, interval } = histogram;
  const { first, last } = draft ?? columnsOf(days, histogram);
  const from = (!draft && days.from) || (buckets[first]?.from ?? '');
  const to = (!draft && days.to) || bucketEnd(buckets[last]?.from ?? '', interval);
  const ends = [
    { hold: 'first', label: 'First day', least: 0, now: first, most: last, text: endName('From', from) },
    { hold: 'last', label: 'Last day', least: first, now: last, most: buckets.length - 1, text: endName('To', to) },
  ];
  return ends.map(({ hold, label, least, now, most, text }, index) => (
    <div
      key={hold}
      className={styles.thumb}
      data-hold={hold}
      style={{ insetInlineStart: percent(edges[index] ?? 0, buckets.length) }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={least}
      aria-valuenow={now}
      aria-valuemax={most}
      aria-valuetext={text}
    />
  ));
}
