'use client';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { count, monthName, shortDay } from '../../format.ts';
import { AddLine } from './add-line.tsx';
import { Lines } from './lines.tsx';
import { apart, isSmoothed, letterOf, smoothed } from './shape.ts';
import styles from './trend.module.css';

const WIDTH = 288;
const HEIGHT = 110;
/** Room for the letters at the ends of lines, and over the highest. */
const ENDS = 12;
const TOP = 8;

interface Props {
  query: Query;
  result: Result;
}

/** Up to five searches over time on one scale. The lines differ by letter and dash; none is told by its colour alone. */
export function TrendChart({ query, result }: Props) {
  const { trends, histogram } = result;
  return (
    <div className={styles.trend}>
      {trends.length > 0 && (
        <>
          <Drawing type={query.type} trends={trends} histogram={histogram} />
          <Lines query={query} trends={trends} />
          <Table trends={trends} histogram={histogram} />
        </>
      )}
      <AddLine query={query} result={result} />
    </div>
  );
}

type Shown = Pick<Result, 'trends' | 'histogram'>;

function nameOf(from: string, { interval }: Result['histogram']): string {
  return interval === 'day' ? shortDay(from) : interval === 'month' ? monthName(from) : from.slice(0, 4);
}

function Drawing({ type, trends, histogram }: Shown & { type: Query['type'] }) {
  const { buckets, interval } = histogram;
  const smooth = isSmoothed(interval, buckets.length);
  const lines = trends.map(({ counts }) => (smooth ? smoothed(counts) : counts));
  const most = Math.max(0, ...lines.flat());
  const step = (WIDTH - ENDS) / Math.max(1, buckets.length - 1);
  const yOf = (found = 0) => Math.round(HEIGHT - (found / (most || 1)) * (HEIGHT - TOP));
  const letters = apart(lines.map((line) => yOf(line.at(-1))));
  return (
    <figure className={styles.chart}>
      <figcaption>
        {type === 'finding' ? 'Findings' : 'Reports'} a {interval}
        {smooth && ', mean of seven days'}; at most {count(Math.round(most))}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {lines.map((line, at) => (
          <g key={trends[at]?.id} data-line={at}>
            <polyline points={line.map((found, bucket) => `${Math.round(bucket * step)},${yOf(found)}`).join(' ')} />
            <text x={WIDTH} y={letters[at]}>
              {letterOf(at)}
            </text>
          </g>
        ))}
      </svg>
      <p className={styles.axis} aria-hidden="true">
        <span>{nameOf(buckets[0]?.from ?? '', histogram)}</span>
        <span>{nameOf(buckets.at(-1)?.from ?? '', histogram)}</span>
      </p>
    </figure>
  );
}

/** The same in numbers. */
function Table({ trends, histogram }: Shown) {
  return (
    <details>
      <summary>The lines as a table</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{histogram.interval}</th>
            {trends.map(({ id, label }, line) => (
              <th key={id} scope="col">
                {letterOf(line)} <span className="visually-hidden">{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {histogram.buckets.map(({ from }, at) => (
            <tr key={from}>
              <th scope="row">{nameOf(from, histogram)}</th>
              {trends.map(({ id, counts }) => (
                <td key={id}>{count(counts[at] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
