import type { CSSProperties, KeyboardEventHandler, ReactNode } from 'react';
import type { Query } from '#lib/search/query.ts';
import { QueryLink } from './query-link.tsx';
import styles from './value-row.module.css';

interface Way {
  query: Query;
  /** For those who do not see the row: with all that it shows, in its order, so that it can be said aloud to choose it. */
  name: string;
}

interface Props {
  label: ReactNode;
  /** What is told of the value, at the end of the row. */
  numbers: ReactNode;
  /** Length of the bar, from 0 to 1. */
  share: number;
  include: Way;
  exclude: Way;
  state?: 'active' | 'excluded' | 'zero' | undefined;
  depth?: number;
  /** What opens the value, before its label; null where others of the list are opened. */
  expander?: ReactNode;
  onKeyDown?: KeyboardEventHandler | undefined;
}

/** Label, leader, numbers; a bar for the share. As few elements as can be: a page has some hundred rows. The link that leaves the value out is the next sibling of the one that chooses it. */
export function ValueRow({ label, numbers, share, include, exclude, state, depth = 0, expander, onKeyDown }: Props) {
  const style: CSSProperties & Record<`--${string}`, string> = { '--share': `${(100 * share).toFixed(1)}%` };
  if (depth > 0) style.paddingInlineStart = `${depth * 0.9}rem`;
  return (
    <div className={expander === null ? `${styles.row} ${styles.closed}` : styles.row} data-state={state} style={style}>
      {expander}
      <QueryLink
        className={styles.value}
        query={include.query}
        aria-label={include.name}
        aria-current={state === 'active' ? 'true' : undefined}
        onKeyDown={onKeyDown}
      >
        <span className={styles.label}>{label}</span> <span className={styles.count}>{numbers}</span>
      </QueryLink>
      <QueryLink className={styles.exclude} query={exclude.query} aria-label={exclude.name} title={exclude.name}>
        −
      </QueryLink>
    </div>
  );
}
