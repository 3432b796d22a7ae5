'use client';
import { useId, useMemo } from 'react';
import type { Bucket } from '#lib/search/result.ts';
import styles from './strip-chart.module.css';

/** Of the chart's height, so that one of a thousand is seen. */
const LEAST = 4;
/** More columns than this stand without space between them; fewer stay as thin as so many. */
const MOST_APART = 200;
const THIN_AS = 8;

interface Props {
  buckets: Bucket[];
  most: number;
  /** What is chosen, in columns from the start. */
  edges: [start: number, end: number] | null;
}

/** All columns as one path, and the chosen ones as its part between their edges; buckets of nothing are ticks. */
export function StripColumns({ buckets, most, edges }: Props) {
  const id = useId();
  const [columns, ticks] = useMemo(() => {
    const at = (index: number) => `M${index + 0.5} 100`;
    const heights = buckets.map(({ count }) => (count > 0 ? Math.max(LEAST, Math.round((100 * count) / most)) : 0));
    return [
      heights.map((height, index) => (height > 0 ? `${at(index)}v-${height}` : '')).join(''),
      heights.map((height, index) => (height > 0 ? '' : `${at(index)}v-${LEAST}`)).join(''),
    ];
  }, [buckets, most]);
  return (
    <svg
      className={styles.columns}
      viewBox={`0 0 ${buckets.length} 100`}
      preserveAspectRatio="none"
      strokeWidth={buckets.length > MOST_APART ? 1 : Math.min(0.72, buckets.length / THIN_AS)}
      aria-hidden="true"
    >
      <path d={ticks} className={styles.tick} vectorEffect="non-scaling-stroke" />
      <path d={columns} id={`${id}columns`} />
      {edges && (
        <>
          <clipPath id={`${id}chosen`}>
            <rect x={edges[0]} width={edges[1] - edges[0]} height="100" />
          </clipPath>
          <use href={`#${id}columns`} clipPath={`url(#${id}chosen)`} className={styles.found} />
        </>
      )}
    </svg>
  );
}
