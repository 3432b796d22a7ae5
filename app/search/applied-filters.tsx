'use client';
import { facetOf } from '#lib/facets/derive.ts';
import { applied, change, choose, hasFilters, withoutFilters } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { datesLabel, valueLabel } from './labels.ts';
import { QueryLink } from './query-link.tsx';
import styles from './results.module.css';

/** The filters as a list of links, each of which takes one off. */
export function AppliedFilters({ query, result }: { query: Query; result: Result }) {
  if (!hasFilters(query)) return null;
  const dates = datesLabel(query);
  return (
    <ul className={styles.applied} aria-label="Applied filters">
      {applied(query).map((one) => {
        const label = `${one.part === 'not' ? 'not ' : ''}${valueLabel(one, result)}`;
        return (
          <li key={`${one.part} ${one.facet} ${one.value}`}>
            <QueryLink query={choose(query, one.facet, one.value, null)} className={styles.remove}>
              <span className="visually-hidden">Remove filter: </span>
              <span className={styles.facetName}>{facetOf(one.facet).label}</span> {label}{' '}
              <span aria-hidden="true">×</span>
            </QueryLink>
          </li>
        );
      })}
      {query.group && (
        <li>
          <QueryLink query={change(query, { group: null })} className={styles.remove}>
            <span className="visually-hidden">Remove filter: </span>
            <span className={styles.facetName}>Reports</span> that say the same <span aria-hidden="true">×</span>
          </QueryLink>
        </li>
      )}
      {dates && (
        <li>
          <QueryLink query={change(query, { from: null, to: null })} className={styles.remove}>
            <span className="visually-hidden">Remove filter: </span>
            <span className={styles.facetName}>Date</span> {dates} <span aria-hidden="true">×</span>
          </QueryLink>
        </li>
      )}
      <li>
        <QueryLink query={withoutFilters(query)}>Clear all</QueryLink>
      </li>
    </ul>
  );
}
