'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

interface Props {
  title: string;
  /** Closed, and the focus back where it was. */
  onClose: () => void;
  children: (close: () => void) => ReactNode;
}

/**
 * A modal dialog from its first moment: its children get how to close it. The focus goes to what is marked `data-first`,
 * else to the title; the browser puts it back.
 */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    if (!dialog.current || dialog.current.open) return;
    dialog.current.showModal();
    // Else the browser chooses the button that closes it.
    const first = dialog.current.querySelector<HTMLElement>('[data-first]');
    (first ?? heading.current)?.focus();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog className={styles.dialog} ref={dialog} aria-labelledby={id} onClose={onClose} closedby="any">
      <div className={styles.head}>
        <h2 className={styles.title} id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={styles.close} onClick={close}>
          Close
        </button>
      </div>
      {children(close)}
    </dialog>
  );
}
