'use client';
import type { Query } from '#lib/search/query.ts';
import type { Hit } from '#lib/search/result.ts';
import styles from './days.module.css';
import { Entry } from './entry.tsx';

export function Entries({ hits, query }: { hits: Hit[]; query: Query }) {
  return (
    <ul className={styles.entries}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <Entry hit={hit} query={query} />
        </li>
      ))}
    </ul>
  );
}
