'use client';
import { dayNumber, dayOfNumber } from '#lib/report/day.ts';
import { change } from '#lib/search/edit.ts';
import { bucketEnd, intervals } from '#lib/search/interval.ts';
import type { Query } from '#lib/search/query.ts';
import type { Histogram } from '#lib/search/result.ts';
import { counted, shortDay } from '../format.ts';
import { QueryLink } from './query-link.tsx';
import styles from './strip.module.css';
import { StripTable } from './strip-table.tsx';

const DATE = { covered: 'date', published: 'date of publication', archived: 'date of its coming in' };
const BY = { covered: 'day covered', published: 'day published', archived: 'day added to the archive' };

/** What the columns count, by which date, and what lies outside them. */
export function StripHead({ query, histogram }: { query: Query; histogram: Histogram }) {
  const { interval, buckets, before, after, undated } = histogram;
  const [first, last] = [buckets[0]?.from ?? '', bucketEnd(buckets.at(-1)?.from ?? '', interval)];
  return (
    <div className={styles.head}>
      <p>
        {query.type === 'finding' ? 'Findings' : 'Reports'} a{' '}
        {intervals.map((one) => (
          <QueryLink
            key={one}
            query={one === interval ? query : { ...query, interval: one }}
            className={styles.interval}
            aria-label={`Count by ${one}`}
            aria-current={one === interval ? 'true' : undefined}
          >
            {one}
          </QueryLink>
        ))}{' '}
        by the {BY[query.date]}
        <span className="visually-hidden">
          , from {shortDay(first)} to {shortDay(last)}
        </span>
      </p>
      {before > 0 && (
        <QueryLink query={change(query, { from: null, to: dayOfNumber(dayNumber(first) - 1) })}>
          {counted(before, query.type)} before {shortDay(first)}
        </QueryLink>
      )}
      {after > 0 && (
        <QueryLink query={change(query, { from: dayOfNumber(dayNumber(last) + 1), to: null })}>
          {counted(after, query.type)} after {shortDay(last)}
        </QueryLink>
      )}
      {undated.value > 0 && (
        <p>
          {undated.relation === 'gte' && 'At least '}
          {counted(undated.value, query.type)} without a {DATE[query.date]}
        </p>
      )}
      <p className={styles.hint}>Drag over the columns to choose dates</p>
      <StripTable query={query} histogram={histogram} />
    </div>
  );
}
