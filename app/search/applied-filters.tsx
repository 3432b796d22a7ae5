'use client';
import { facetOf } from '#lib/facets/derive.ts';
import { applied, change, choose, hasFilters, withoutFilters } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { datesLabel, reportLabel, sinceLabel, valueLabel } from './labels.ts';
import { QueryLink } from './query-link.tsx';
import styles from './results.module.css';

interface Filter {
  name: string;
  label: string;
  /** The search without it. */
  without: Query;
}

function filtersOf(query: Query, result: Result): Filter[] {
  const { group, report, since } = query;
  const dates = datesLabel(query);
  const without = (changes: Partial<Query>) => change(query, changes);
  return [
    ...applied(query).map((one) => ({
      name: facetOf(one.facet).label,
      label: `${one.part === 'not' ? 'not ' : ''}${valueLabel(one, result)}`,
      without: choose(query, one.facet, one.value, null),
    })),
    ...(group ? [{ name: 'Reports', label: 'that say the same', without: without({ group: null }) }] : []),
    ...(report ? [{ name: 'Report', label: reportLabel(report, result), without: without({ report: null }) }] : []),
    ...(dates ? [{ name: 'Date', label: dates, without: without({ from: null, to: null }) }] : []),
    ...(since ? [{ name: 'Added', label: sinceLabel(since), without: without({ since: null }) }] : []),
  ];
}

/** The filters as a list of links, each of which takes one off. */
export function AppliedFilters({ query, result }: { query: Query; result: Result }) {
  if (!hasFilters(query)) return null;
  return (
    <ul className={styles.applied} aria-label="Applied filters">
      {filtersOf(query, result).map(({ name, label, without }) => (
        <li key={`${name} ${label}`}>
          <QueryLink query={without} className={styles.remove}>
            <span className="visually-hidden">Remove filter: </span>
            <span className={styles.facetName}>{name}</span> {label} <span aria-hidden="true">×</span>
          </QueryLink>
        </li>
      ))}
      <li>
        <QueryLink query={withoutFilters(query)}>Clear all</QueryLink>
      </li>
    </ul>
  );
}
