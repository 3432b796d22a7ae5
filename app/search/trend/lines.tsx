import { change } from '#lib/search/edit.ts';
import { lineQuery } from '#lib/search/lines.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result, Trend } from '#lib/search/result.ts';
import { count, counted, monthName, shortDay } from '../../format.ts';
import { QueryLink } from '../query-link.tsx';
import { apart, isSmoothed, letterOf, smoothed } from './shape.ts';

const WIDTH = 288;
const HEIGHT = 110;
/** Room for the letters at the ends of lines, and over the highest. */
const ENDS = 12;
const TOP = 8;

/** Searches over time on one scale. The lines differ by letter and dash; none is told by its colour alone. */
export function Lines({ query, result: { trends, histogram } }: { query: Query; result: Result }) {
  return (
    <>
      <Drawing type={query.type} trends={trends} histogram={histogram} />
      <List query={query} trends={trends} />
      <Table trends={trends} histogram={histogram} />
    </>
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
    <figure>
      <figcaption>
        {type === 'finding' ? 'Findings' : 'Reports'} a {interval}
        {smooth && ', mean of seven'}; at most {count(Math.round(most * 10) / 10)}
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
      <p aria-hidden="true">
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
      <table>
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

/** What the lines are: each a link to its own search, and one that takes it off. */
function List({ query, trends }: { query: Query; trends: Trend[] }) {
  return (
    <ol aria-label="Lines">
      {trends.map(({ id, label, total }, line) => (
        <li key={id}>
          <svg viewBox="0 0 24 8" aria-hidden="true" data-line={line}>
            <polyline points="0,4 24,4" />
          </svg>
          {letterOf(line)}
          <QueryLink query={lineQuery(query, id)} aria-label={`Search ${label}, ${counted(total, query.type)}`}>
            {label}
          </QueryLink>
          <span>{count(total)}</span>
          <QueryLink
            query={change(query, { compare: query.compare.filter((one) => one !== id) })}
            aria-label={`Take off ${label}`}
            title={`Take off ${label}`}
          >
            −
          </QueryLink>
        </li>
      ))}
    </ol>
  );
}
