'use client';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Histogram } from '#lib/search/result.ts';
import { counted } from '../format.ts';
import { bucketName } from './axis.ts';
import { daysOf } from './brush.ts';
import { QueryLink } from './query-link.tsx';
import styles from './strip-chart.module.css';

/** More links than this are narrower than a pointer hits: each then stands for several columns. */
const MOST = 200;

/** The columns as links, for a page without JavaScript. The table says the same to those who do not see them. */
export function StripLinks({ query, histogram }: { query: Query; histogram: Histogram }) {
  const { buckets, interval } = histogram;
  const each = Math.ceil(buckets.length / MOST);
  const firsts = buckets.flatMap(({ from }, first) => (first % each === 0 ? [{ from, first }] : []));
  return (
    <div className={styles.links} aria-hidden="true">
      {firsts.map(({ from, first }) => {
        const last = Math.min(first + each, buckets.length) - 1;
        const sum = buckets.slice(first, last + 1).reduce((total, { count }) => total + count, 0);
        const to = last > first ? ` – ${bucketName(buckets[last]?.from ?? '', interval)}` : '';
        return (
          <QueryLink
            key={from}
            query={change(query, daysOf({ first, last }, histogram))}
            style={{ flexGrow: last - first + 1 }}
            title={`${bucketName(from, interval)}${to}: ${counted(sum, query.type)}`}
            tabIndex={-1}
          />
        );
      })}
    </div>
  );
}
