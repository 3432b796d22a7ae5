'use client';
import { Suspense } from 'react';
import { lazily } from '#app/ui/lazily.tsx';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import styles from './desk.module.css';
import { type Pane, showPane, usePane } from './pane.ts';
import { useKeys } from './use-keys.ts';

export interface PaneProps {
  pane: Pane;
  query: Query;
  result: Result;
  onClose: () => void;
}

const ShownPane = lazily(() => import('./panes.tsx').then((part) => part.ShownPane));

const closePane = () => showPane(null);

/** What the keys do, and the panes over the search, which are loaded when one is asked for. */
export function Desk({ query, result }: Pick<PaneProps, 'query' | 'result'>) {
  const pane = usePane();
  useKeys();
  return (
    <div className={styles.layer}>
      <Suspense>{pane && <ShownPane pane={pane} query={query} result={result} onClose={closePane} />}</Suspense>
    </div>
  );
}
