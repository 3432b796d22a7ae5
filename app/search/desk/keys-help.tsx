'use client';
import { useState } from 'react';
import { Dialog } from '#app/ui/dialog.tsx';
import type { PaneProps } from './desk.tsx';
import styles from './keys-help.module.css';
import { BOX, EXCLUDE, HITS } from './parts.ts';

interface Key {
  keys: string[];
  does: string;
  /** A selector of what it works on. */
  on: string;
}

const KEYS: Key[] = [
  { keys: ['/'], does: 'Go to the search box', on: BOX },
  { keys: ['j', 'k'], does: 'Go to the next hit, to the one before', on: HITS },
  { keys: ['Enter'], does: 'Open the hit that you are at', on: HITS },
  { keys: ['x'], does: 'Leave out the value that you are at, or take it in again', on: EXCLUDE },
  { keys: ['Ctrl K', '⌘ K'], does: 'Commands, filters, saved searches', on: 'body' },
  { keys: ['Esc'], does: 'Close what is open; go back from a field', on: 'body' },
  { keys: ['?'], does: 'These keys', on: 'body' },
];

function isThere({ on }: Key): boolean {
  return [...document.querySelectorAll(on)].some((one) => one.checkVisibility());
}

/** The keys that work on this page as it stands. */
export function KeysHelp({ onClose }: PaneProps) {
  const [keys] = useState(() => KEYS.filter(isThere));
  return (
    <Dialog title="Keys" onClose={onClose}>
      {() => (
        <>
          <dl className={styles.keys}>
            {keys.map(({ keys: names, does }) => (
              <div key={does} className={styles.row}>
                <dt className={styles.names}>
                  {names.map((name) => (
                    <kbd key={name} className={styles.key}>
                      {name}
                    </kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.note}>Letters are keys only while you are not writing in a field.</p>
        </>
      )}
    </Dialog>
  );
}
