'use client';
import { useState, useSyncExternalStore } from 'react';
import type { Result } from '#lib/search/result.ts';
import { type Copied, copy, linkOf } from './desk/copy.ts';
import { showPane } from './desk/pane.ts';
import styles from './this-search.module.css';

const never = () => () => undefined;
const canShare = () => 'share' in navigator;

/** What can be done with a search: keep it, pass it on, ask it from elsewhere. */
export function ThisSearch({ links }: Pick<Result, 'links'>) {
  const [told, tell] = useState('');
  const shares = useSyncExternalStore(never, canShare, () => false);
  const take = (what: Copied) => () => void copy(what, links).then(tell);
  // That the reader thinks better of it is no error.
  const share = () => navigator.share({ title: document.title, url: linkOf(links) }).catch(() => undefined);
  const actions = [
    { label: 'Save this search', act: () => showPane('save') },
    { label: 'Saved searches', act: () => showPane('saved') },
    { label: 'Copy link', act: take('link') },
    { label: 'Copy as curl', act: take('curl') },
    ...(shares ? [{ label: 'Share', act: share }] : []),
    { label: 'Commands', act: () => showPane('commands') },
    { label: 'Keys: ?', act: () => showPane('keys') },
  ];
  return (
    <section aria-labelledby="this-search">
      <h2 className={styles.title} id="this-search">
        This search
      </h2>
      <ul className={`${styles.actions} scripted`}>
        {actions.map(({ label, act }) => (
          <li key={label}>
            <button type="button" className={styles.action} onClick={act}>
              {label}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={`${styles.told} scripted`}>
        {told}
      </p>
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
