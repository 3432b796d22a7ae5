'use client';
import type { Result } from '#lib/search/result.ts';
import { type Pane, showPane } from './desk/pane.ts';
import styles from './this-search.module.css';

const PANES: [Pane, string][] = [
  ['save', 'Save this search'],
  ['saved', 'Saved searches'],
  ['share', 'Share'],
  ['commands', 'Commands'],
  ['keys', 'Keys: ?'],
];

/** What can be done with a search: keep it, pass it on, ask it from elsewhere. */
export function ThisSearch({ links }: Pick<Result, 'links'>) {
  return (
    <section aria-labelledby="this-search">
      <h2 className={styles.title} id="this-search">
        This search
      </h2>
      <ul className={`${styles.actions} scripted`}>
        {PANES.map(([pane, label]) => (
          <li key={pane}>
            <button type="button" onClick={() => showPane(pane)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      <h3 className={styles.elsewhere} id="elsewhere">
        This search elsewhere
      </h3>
      <ul aria-labelledby="elsewhere">
        <li>
          <a href={links.self} className={styles.form}>
            JSON
          </a>
          : the same answer for a program, counts and all
        </li>
      </ul>
    </section>
  );
}
