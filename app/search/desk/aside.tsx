'use client';
import { counted } from '#app/format.ts';
import styles from './saved.module.css';
import { download } from './saved-files.tsx';
import { discardAside } from './storage.ts';

const MOST_REASONS = 3;

/** Each reason once. */
function reasonsOf(lines: string[]): string[] {
  return [...new Set(lines.map((line) => line.split('\t')[0] ?? ''))].slice(0, MOST_REASONS);
}

/** What stood among the saved searches and could not be read: it is kept until the reader says otherwise. */
export function Aside({ aside }: { aside: string }) {
  const lines = aside.split('\n').filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <section className={styles.aside} aria-label="Put aside">
      <p>
        {counted(lines.length, 'entry', 'entries')} of what this browser kept could not be read, and{' '}
        {lines.length === 1 ? 'is' : 'are'} put aside. {reasonsOf(lines).join(' ')}
      </p>
      <p className={styles.files}>
        <button type="button" onClick={() => download('sitrep-put-aside.txt', aside)}>
          Download {lines.length === 1 ? 'it' : 'them'}
        </button>
        <button type="button" onClick={discardAside}>
          Discard
        </button>
      </p>
    </section>
  );
}
