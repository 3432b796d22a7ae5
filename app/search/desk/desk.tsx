'use client';
import { type ComponentType, useCallback, useEffect, useState } from 'react';
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

const closePane = () => showPane(null);

/** What the keys do, and the panes over the search: nothing of them is loaded before it is asked for. */
export function Desk({ query, result }: Pick<PaneProps, 'query' | 'result'>) {
  const pane = usePane();
  const [{ Shown }, setLoaded] = useState<{ Shown?: ComponentType<PaneProps> }>({});
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  useKeys(fail);
  useEffect(() => {
    if (pane) import('./panes.tsx').then(({ ShownPane }) => setLoaded({ Shown: ShownPane }), fail);
  }, [pane, fail]);
  return (
    <>
      {pane && Shown && <Shown pane={pane} query={query} result={result} onClose={closePane} />}
      {failed && (
        <p role="alert" className={styles.failed}>
          A part of this page could not be loaded. Reload the page and try again.
        </p>
      )}
    </>
  );
}
