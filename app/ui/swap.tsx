import type { ReactNode } from 'react';
import styles from './swap.module.css';

/** A label that changes to another, in the room of the longer one, so that nothing moves. */
export function Swap({ changed, from, to }: { changed: boolean; from: ReactNode; to: ReactNode }) {
  return (
    <span className={styles.swap}>
      <span className={changed ? styles.off : undefined}>{from}</span>
      <span className={changed ? undefined : styles.off}>{to}</span>
    </span>
  );
}
