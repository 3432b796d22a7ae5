'use client';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import styles from './strip.module.css';
import { StripChart } from './strip-chart.tsx';
import { StripHead } from './strip-head.tsx';

/** The strip of time: how many lie on each day (month, year) of the archive, and the way to choose days of it. */
export function Strip({ query, result }: { query: Query; result: Result }) {
  if (result.histogram.buckets.length === 0) return <div className={styles.empty} aria-hidden="true" />;
  return (
    <section className={styles.strip} aria-label="Time">
      <StripHead query={query} histogram={result.histogram} />
      <StripChart query={query} result={result} />
    </section>
  );
}
