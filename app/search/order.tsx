'use client';
import { change } from '#lib/search/edit.ts';
import { type Query, type Sort, sortOf } from '#lib/search/query.ts';
import type { Result, Total } from '#lib/search/result.ts';
import { count } from '../format.ts';
import styles from './order.module.css';
import { QueryLink } from './query-link.tsx';
import type { Panel } from './use-panel.ts';

const SORTS: { sort: Sort; label: string }[] = [
  { sort: 'relevance', label: 'Relevance' },
  { sort: 'newest', label: 'Newest' },
  { sort: 'oldest', label: 'Oldest' },
];
const TYPES = [
  { type: 'finding', label: 'Findings' },
  { type: 'report', label: 'Reports' },
] as const;

interface Props {
  query: Query;
  totals: Result['totals'];
  filters: number;
  panel: Panel;
}

const ABOUT = {
  finding: 'Findings that have all of the search',
  report: 'Reports that have all of the search, be it in different findings',
} satisfies Record<Query['type'], string>;

/** What is listed, in which order, and on narrow screens the way to the filters. */
export function Order({ query, totals, filters, panel }: Props) {
  return (
    <div className={styles.order}>
      <a
        className={styles.filters}
        href="#filters"
        ref={panel.opener}
        onClick={panel.open}
        aria-expanded={panel.isOpen}
      >
        Filters{filters > 0 && ` (${filters})`}
      </a>
      <nav aria-label="What is listed">
        <ul className={styles.types}>
          {TYPES.map(({ type, label }) => (
            <li key={type}>
              <QueryLink
                query={change(query, { type })}
                aria-current={query.type === type ? 'page' : undefined}
                title={ABOUT[type]}
              >
                {label} <span className={styles.total}>{totalText(totals[type])}</span>
              </QueryLink>
            </li>
          ))}
        </ul>
      </nav>
      <Sorts query={query} />
    </div>
  );
}

function totalText({ value, relation }: Total): string {
  return relation === 'gte' ? `${count(value)}+` : count(value);
}

function Sorts({ query }: { query: Query }) {
  const current = sortOf(query);
  const fallback = sortOf({ ...query, sort: null });
  const sorts = SORTS.filter(({ sort }) => query.q || sort !== 'relevance');
  return (
    <nav aria-label="Order">
      <ul className={styles.sorts}>
        {sorts.map(({ sort, label }) => (
          <li key={sort}>
            <QueryLink
              query={change(query, { sort: sort === fallback ? null : sort })}
              aria-current={current === sort ? 'true' : undefined}
            >
              {label}
            </QueryLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
