'use client';
import { change } from '#lib/search/edit.ts';
import type { Interval, Query } from '#lib/search/query.ts';
import type { Bucket, Result } from '#lib/search/result.ts';
import { counted, monthName, shortDay } from '../format.ts';
import { QueryLink } from './query-link.tsx';
import styles from './strip.module.css';

/** Of the strip's height, so that the tallest column stays clear of the words above. */
const HEIGHT = 90;
const MOST_LABELS = 8;

/** The last day of a bucket. */
function lastDay(from: string, interval: Interval): string {
  if (interval === 'day') return from;
  const [year = 0, month = 1] = from.split('-').map(Number);
  const end = interval === 'month' ? Date.UTC(year, month, 0) : Date.UTC(year, 12, 0);
  return new Date(end).toISOString().slice(0, 10);
}

function nameOf(from: string, interval: Interval): string {
  return interval === 'day' ? shortDay(from) : interval === 'month' ? monthName(from) : from.slice(0, 4);
}

/** The buckets to label: month's or year's beginnings, thinned out to a few, the first always. */
function labels(buckets: Bucket[], interval: Interval): { index: number; text: string }[] {
  const starts = buckets.flatMap(({ from }, index) => {
    const first = interval === 'day' ? from.endsWith('-01') : interval === 'month' ? from.endsWith('-01-01') : true;
    return first || index === 0 ? [{ index, text: interval === 'day' ? monthName(from) : from.slice(0, 4) }] : [];
  });
  const apart = Math.max(1, Math.ceil(buckets.length / (MOST_LABELS * 2)));
  const step = Math.ceil(starts.length / MOST_LABELS);
  const kept = starts.filter((_, index) => index % step === 0);
  return kept.filter(({ index }, place) => place === kept.length - 1 || (kept[place + 1]?.index ?? 0) - index > apart);
}

/** The strip of time: a column a day (month, year), each a link to its days; those searched are in the accent. */
export function Strip({ query, result }: { query: Query; result: Result }) {
  const { buckets, interval } = result.histogram;
  if (buckets.length === 0) return <div className={styles.strip} aria-hidden="true" />;
  const most = Math.max(...buckets.map(({ count }) => count));
  const busiest = buckets.find(({ count }) => count === most);
  const chosen = ({ from }: Bucket) =>
    (!query.from || lastDay(from, interval) >= query.from) && (!query.to || from <= query.to);
  const dated = Boolean((query.from && /^\d{4}-/.test(query.from)) || query.to);
  const summary = `From ${shortDay(buckets[0]?.from ?? '')} to ${shortDay(lastDay(buckets.at(-1)?.from ?? '', interval))}, most on ${nameOf(busiest?.from ?? '', interval)}: ${counted(most, query.type)}.`;
  return (
    <figure className={styles.strip}>
      <figcaption className={styles.summary}>
        <span className={styles.unit}>
          {query.type === 'finding' ? 'Findings' : 'Reports'} a {interval}, by the day {query.date}
        </span>
        <span className="visually-hidden">{summary}</span>
      </figcaption>
      <div className={styles.chart} aria-hidden="true">
        {buckets.map((bucket) => (
          <QueryLink
            key={bucket.from}
            className={styles.column}
            query={change(query, { from: bucket.from, to: lastDay(bucket.from, interval) })}
            tabIndex={-1}
            title={`${nameOf(bucket.from, interval)}: ${counted(bucket.count, query.type)}`}
            data-chosen={(dated && chosen(bucket)) || undefined}
          >
            <span
              className={bucket.count > 0 ? styles.bar : styles.tick}
              style={{ blockSize: bucket.count > 0 ? `${Math.max(4, (HEIGHT * bucket.count) / most)}%` : undefined }}
            />
          </QueryLink>
        ))}
      </div>
      <div className={styles.axis} aria-hidden="true">
        {labels(buckets, interval).map(({ index, text }) => (
          <span key={index} className={styles.label} style={{ insetInlineStart: `${(100 * index) / buckets.length}%` }}>
            {text}
          </span>
        ))}
      </div>
    </figure>
  );
}
