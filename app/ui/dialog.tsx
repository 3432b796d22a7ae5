'use client';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';

interface Props {
  title: string;
  /** Closed, and the focus back where it was. */
  onClose: () => void;
  children: (close: () => void) => ReactNode;
}

/** A modal dialog from its first moment: its children get how to close it. The browser moves the focus in and back. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    if (dialog.current?.isConnected && !dialog.current.open) dialog.current.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    <dialog className={styles.dialog} ref={dialog} aria-labelledby={heading} onClose={onClose} closedby="any">
      <div className={styles.head}>
        <h2 className={styles.title} id={heading}>
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
