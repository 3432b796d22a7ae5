'use client';
import { applied, change, choose, hasFilters, withoutFilters } from '#lib/search/edit.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { counted, shortDay } from '../format.ts';
import { datesLabel, valueLabel } from './labels.ts';
import { QueryLink } from './query-link.tsx';
import styles from './results.module.css';

/** Nothing found: the ways on. */
export function NoResults({ query, result }: { query: Query; result: Result }) {
  const { index } = result;
  if (index.reports === 0) return <EmptyArchive />;
  const beyond = query.page > 1 && result.total.value > 0;
  const dates = datesLabel(query);
  return (
    <div className={styles.none}>
      {beyond && (
        <p>
          There is no page {query.page} of this search. <QueryLink query={change(query, {})}>Go to the first</QueryLink>
          .
        </p>
      )}
      {!beyond && <p>Nothing in the archive fits all of this search. You can</p>}
      {!beyond && (
        <ul>
          {applied(query).map((one) => (
            <li key={`${one.part} ${one.facet} ${one.value}`}>
              <QueryLink query={choose(query, one.facet, one.value, null)}>
                search without “{one.part === 'not' ? 'not ' : ''}
                {valueLabel(one, result)}”
              </QueryLink>
            </li>
          ))}
          {dates && (
            <li>
              <QueryLink query={change(query, { from: null, to: null })}>search all dates, not only {dates}</QueryLink>
            </li>
          )}
          {applied(query).length > 1 && (
            <li>
              <QueryLink query={withoutFilters(query)}>take off all filters</QueryLink>
            </li>
          )}
          {query.q && hasFilters(query) && (
            <li>
              <QueryLink query={change(query, { q: '' })}>search without the words “{query.q}”</QueryLink>
            </li>
          )}
          {query.exact && (
            <li>
              <QueryLink query={change(query, { exact: false })}>search every spelling of names</QueryLink>
            </li>
          )}
          <li>
            <QueryLink query={emptyQuery()}>start again</QueryLink>
          </li>
        </ul>
      )}
      {index.from && index.to && (
        <p className={styles.coverage}>
          The archive holds {counted(index.findings, 'finding')} of {counted(index.reports, 'report')}, which cover{' '}
          {shortDay(index.from)} to {shortDay(index.to)}.
        </p>
      )}
    </div>
  );
}

function EmptyArchive() {
  return (
    <div className={styles.none}>
      <p>The archive is empty. Reports come in with</p>
      <pre>npm run sitrep -- index PATH</pre>
    </div>
  );
}
