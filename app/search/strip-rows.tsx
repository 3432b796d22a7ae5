'use client';
import { change } from '#lib/search/edit.ts';
import { bucketEnd } from '#lib/search/interval.ts';
import type { Query } from '#lib/search/query.ts';
import type { Histogram } from '#lib/search/result.ts';
import { count } from '../format.ts';
import { bucketName } from './axis.ts';
import { QueryLink } from './query-link.tsx';
import styles from './strip.module.css';
import { tableOf } from './table.ts';

/** Days (months, years) and how many lie on each; those without any are left out, and it is said how many. */
export function StripRows({ query, histogram }: { query: Query; histogram: Histogram }) {
  const { interval, rows, empty } = tableOf(histogram);
  const noun = query.type === 'finding' ? 'Findings' : 'Reports';
  return (
    <div className={styles.rows}>
      <table>
        <caption>
          {noun} a {interval}
          {empty > 0 && `; left out: ${count(empty)} ${interval}${empty === 1 ? '' : 's'} without any`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{interval === 'day' ? 'Day' : interval === 'month' ? 'Month' : 'Year'}</th>
            <th scope="col">{noun}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ from, count: number }) => (
            <tr key={from}>
              <th scope="row">
                <QueryLink query={change(query, { from, to: bucketEnd(from, interval) })}>
                  {bucketName(from, interval)}
                </QueryLink>
              </th>
              <td>{count(number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
