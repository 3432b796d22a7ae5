'use client';
import { CopyButton } from '#app/ui/copy-button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import type { PaneProps } from './desk.tsx';
import { textOf } from './share.ts';
import styles from './share-search.module.css';

/** A search to pass on, as an address and as a call of the API: to see, to copy, or by what the device shares with. */
export function ShareSearch({ result, onClose }: PaneProps) {
  const link = textOf('link', result.links);
  const call = textOf('curl', result.links);
  // That the reader thinks better of it is no error.
  const share = () => navigator.share({ title: document.title, url: link }).catch(() => undefined);
  return (
    <Dialog title="Share this search" onClose={onClose}>
      {() => (
        <>
          <h3 className={styles.title}>Link to this page</h3>
          <p className={styles.text}>{link}</p>
          <p className={styles.actions}>
            <CopyButton text={() => link} told="The link is copied" label="Copy link" />
            {'share' in navigator && (
              <button type="button" onClick={share}>
                Share …
              </button>
            )}
          </p>
          <h3 className={styles.title}>Call of the API, for a terminal</h3>
          <p className={styles.text}>
            <code>{call}</code>
          </p>
          <p className={styles.actions}>
            <CopyButton text={() => call} told="The call is copied" label="Copy as curl" />
          </p>
        </>
      )}
    </Dialog>
  );
}
