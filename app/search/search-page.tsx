'use client';
import { memo, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { applied } from '#lib/search/edit.ts';
import { Desk } from './desk/desk.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { Margin } from './margin.tsx';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import styles from './search-page.module.css';
import { Strip } from './strip.tsx';
import { titleOf } from './title.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { usePanel } from './use-panel.ts';
import { useSearch } from './use-search.ts';
import { useSpoken } from './use-spoken.ts';

const Filters = memo(FacetPanel);
const Aside = memo(Margin);

export function SearchPage() {
  const { query, told, result, waiting, late, failed } = useSearch();
  const panel = usePanel();
  const sentence = useRef<HTMLHeadingElement>(null);
  // Results are painted first; the filters and the margin follow.
  const around = useDeferredValue(useMemo(() => ({ query, result, waiting }), [query, result, waiting]));
  useFocusKept(around.result?.links.self, panel.isOpen ? panel.heading : sentence);
  useSpoken(sentence, result?.links.self, waiting);
  useEffect(() => {
    document.title = titleOf(query.q);
  }, [query.q]);
  if (!result) return <main id="main" className={styles.main} aria-busy="true" />;
  const filters = applied(query).length + (query.from || query.to ? 1 : 0);
  return (
    <main id="main" className={styles.main} aria-busy={waiting}>
      <SearchForm query={query} result={result} waiting={waiting} />
      <Strip query={query} result={result} />
      <div className={styles.columns} data-waiting={late || undefined}>
        <a href="#results" className={styles.skip}>
          Skip the filters
        </a>
        <Filters query={around.query} result={around.result ?? result} panel={panel} />
        <Results
          query={query}
          told={told}
          result={result}
          waiting={late}
          failed={failed}
          filters={filters}
          panel={panel}
          sentence={sentence}
        />
        <Aside query={around.query} result={around.result ?? result} searching={around.waiting} />
      </div>
      <Desk query={query} result={result} />
    </main>
  );
}
