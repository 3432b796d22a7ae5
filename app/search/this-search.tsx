'use client';
import { useSyncExternalStore } from 'react';
import type { Result } from '#lib/search/result.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { type Pane, showPane } from './desk/pane.ts';
import { textOf } from './desk/share.ts';
import styles from './this-search.module.css';

const never = () => () => undefined;
const canShare = () => 'share' in navigator;

const PANES: { pane: Pane; label: string }[] = [
  { pane: 'save', label: 'Save this search' },
  { pane: 'saved', label: 'Saved searches' },
  { pane: 'commands', label: 'Commands' },
  { pane: 'keys', label: 'Keys: ?' },
];

/** What can be done with a search: keep it, pass it on, ask it from elsewhere. */
export function ThisSearch({ links }: Pick<Result, 'links'>) {
  const shares = useSyncExternalStore(never, canShare, () => false);
  // That the reader thinks better of it is no error.
  const share = () => navigator.share({ title: document.title, url: textOf('link', links) }).catch(() => undefined);
  return (
    <section aria-labelledby="this-search">
      <h2 className={styles.title} id="this-search">
        This search
      </h2>
      <ul className={`${styles.actions} scripted`}>
        {PANES.map(({ pane, label }) => (
          <li key={pane}>
            <button type="button" onClick={() => showPane(pane)}>
              {label}
            </button>
          </li>
        ))}
        <li>
          <CopyButton text={() => textOf('link', links)} told="The link is copied">
            Copy link
          </CopyButton>
        </li>
        <li>
          <CopyButton text={() => textOf('curl', links)} told="The call is copied">
            Copy as curl
          </CopyButton>
        </li>
        {shares && (
          <li>
            <button type="button" onClick={share}>
              Share
            </button>
          </li>
        )}
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
