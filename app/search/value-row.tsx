import type { KeyboardEventHandler, ReactNode } from 'react';
import type { Query } from '#lib/search/query.ts';
import { QueryLink } from './query-link.tsx';
import styles from './value-row.module.css';

interface Way {
  query: Query;
  /** For those who do not see the row. */
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
  /** What opens the value, before its label. */
  expander?: ReactNode;
  onKeyDown?: KeyboardEventHandler | undefined;
}

/** Label, leader, numbers; a bar for the share. The link that leaves the value out is the next sibling of the one that chooses it. */
export function ValueRow({ label, numbers, share, include, exclude, state, depth = 0, expander, onKeyDown }: Props) {
  return (
    <div className={styles.row} data-state={state} style={{ paddingInlineStart: `${depth * 0.9}rem` }}>
      <span className={styles.bar} style={{ inlineSize: `${100 * share}%` }} aria-hidden="true" />
      {expander}
      <QueryLink
        className={styles.value}
        query={include.query}
        aria-label={include.name}
        aria-current={state === 'active' ? 'true' : undefined}
        onKeyDown={onKeyDown}
      >
        <span className={styles.label}>{label}</span>
        <span className={styles.leader} aria-hidden="true" />
        <span className={styles.count}>{numbers}</span>
      </QueryLink>
      <QueryLink className={styles.exclude} query={exclude.query} aria-label={exclude.name} title={exclude.name}>
        −
      </QueryLink>
    </div>
  );
}
