import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** A page that has only something to say. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className={styles.notice}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  );
}
