'use client';
import { Suspense, useState } from 'react';
import type { Query } from '#lib/search/query.ts';
import type { Histogram } from '#lib/search/result.ts';
import { lazily } from '../ui/lazily.tsx';
import styles from './strip.module.css';

const StripRows = lazily(() => import('./strip-rows.tsx').then((part) => part.StripRows));

/** The strip's numbers as a table; its rows are loaded when it is opened, and are there without JavaScript. */
export function StripTable({ query, histogram }: { query: Query; histogram: Histogram }) {
  const [isOpen, setOpen] = useState(false);
  const rows = <StripRows query={query} histogram={histogram} />;
  return (
    <details className={styles.details} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>As a table</summary>
      {isOpen ? <Suspense>{rows}</Suspense> : <noscript>{rows}</noscript>}
    </details>
  );
}
