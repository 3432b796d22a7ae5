'use client';
import { memo, type ReactNode, useMemo, useRef } from 'react';
import { applied } from '#lib/search/edit.ts';
import { useAfterPaint } from '../ui/after-paint.ts';
import { useLive } from '../ui/live.tsx';
import { Desk } from './desk/desk.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { Margin } from './margin.tsx';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import styles from './search-page.module.css';
import { Strip } from './strip.tsx';
import { useDrawn } from './use-drawn.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { usePanel } from './use-panel.ts';
import { useSearch } from './use-search.ts';
import { useSpoken } from './use-spoken.ts';
import { useTitle } from './use-title.ts';

const Filters = memo(FacetPanel);
const Hits = memo(Results);
const Aside = memo(Margin);

export function SearchPage() {
  const { query, told, result, waiting, late, failed } = useSearch();
  const panel = usePanel();
  const sentence = useRef<HTMLHeadingElement>(null);
  // Results are painted first; what stands around them follows in a render of its own. What is chosen of the strip of time
  // is seen at once: a reader drags it.
  const around = useAfterPaint(useMemo(() => ({ query, result, late }), [query, result, late]));
  const drawn = useDrawn(result);
  useFocusKept(around.result?.links.self, panel.isOpen ? panel.heading : sentence);
  useSpoken(sentence, result?.links.self, waiting);
  useTitle(query.q);
  if (!result || !around.result) return <main id="main" className={styles.main} aria-busy="true" />;
  const filters = applied(query).length + (query.from || query.to ? 1 : 0);
  return (
    <main id="main" className={styles.main} aria-busy={waiting}>
      <SearchForm query={query} result={result} waiting={waiting} />
      <Strip query={query} result={around.result} />
      <Columns late={late}>
        <a href="#results" className={styles.skip}>
          Skip the filters
        </a>
        <Filters query={around.query} result={around.result} panel={panel} />
        <Hits
          query={query}
          told={told}
          result={result}
          drawn={drawn}
          waiting={late}
          failed={failed}
          filters={filters}
          panel={panel}
          sentence={sentence}
        />
        <Aside query={around.query} result={around.result} searching={around.late} />
      </Columns>
      <Desk query={query} result={result} />
    </main>
  );
}

/** What stands beside each other; settled once all of it is there, and what is out of view can be laid out too. */
function Columns({ late, children }: { late: boolean; children: ReactNode }) {
  const settled = useAfterPaint(useLive());
  return (
    <div className={styles.columns} data-waiting={late || undefined} data-settled={settled || undefined}>
      {children}
    </div>
  );
}
