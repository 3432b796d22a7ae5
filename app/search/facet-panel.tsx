'use client';
import { choosable } from '#lib/facets/derive.ts';
import { hasFilters, withoutFilters } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { counted } from '../format.ts';
import { AfterFirst } from '../ui/after-first.tsx';
import { DateRange } from './date-range.tsx';
import { FacetList } from './facet-list.tsx';
import styles from './facet-panel.module.css';
import { QueryLink } from './query-link.tsx';
import type { Panel } from './use-panel.ts';

/** So many fill a screen. */
const AT_ONCE = 2;

/** All facets. On narrow screens it stands under the results and is opened by the link “Filters”, with or without JavaScript. */
export function FacetPanel({ query, result, panel }: { query: Query; result: Result; panel: Panel }) {
  const list = (facet: (typeof choosable)[number]) => {
    const counts = result.facets[facet.id];
    return (
      counts && <FacetList key={facet.id} facet={facet} counts={counts} query={query} total={result.total.value} />
    );
  };
  return (
    <aside
      id="filters"
      className={styles.panel}
      aria-label="Filters"
      data-open={panel.isOpen || undefined}
      ref={panel.panel}
    >
      <div className={styles.head}>
        <h2 className={styles.title} ref={panel.heading} tabIndex={-1}>
          Filters
        </h2>
        {hasFilters(query) && <QueryLink query={withoutFilters(query)}>Clear all</QueryLink>}
        <a href="#results" className={styles.close} onClick={panel.close}>
          Show {counted(result.total.value, query.type)}
        </a>
      </div>
      <p className={styles.counted}>Numbers count {query.type}s.</p>
      <DateRange query={query} result={result} />
      {choosable.slice(0, AT_ONCE).map(list)}
      <AfterFirst>{() => choosable.slice(AT_ONCE).map(list)}</AfterFirst>
    </aside>
  );
}
