import { change } from '#lib/search/edit.ts';
import { lineQuery } from '#lib/search/lines.ts';
import type { Query } from '#lib/search/query.ts';
import type { Trend } from '#lib/search/result.ts';
import { count, counted } from '../../format.ts';
import { QueryLink } from '../query-link.tsx';
import { letterOf } from './shape.ts';
import styles from './trend.module.css';

/** What the lines are: each a link to its own search, and one that takes it off. */
export function Lines({ query, trends }: { query: Query; trends: Trend[] }) {
  return (
    <ol className={styles.lines} aria-label="Lines">
      {trends.map(({ id, label, total }, line) => (
        <li key={id}>
          <svg viewBox="0 0 24 8" aria-hidden="true" data-line={line}>
            <polyline points="0,4 24,4" />
          </svg>
          {letterOf(line)}
          <QueryLink query={lineQuery(query, id)} aria-label={`Search ${label}, ${counted(total, query.type)}`}>
            {label}
          </QueryLink>
          <span className={styles.total}>{count(total)}</span>
          <QueryLink
            className={styles.remove}
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
