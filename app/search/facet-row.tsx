'use client';
import type { KeyboardEventHandler, ReactNode } from 'react';
import type { choosable } from '#lib/facets/derive.ts';
import { choose } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { FacetValue } from '#lib/search/result.ts';
import { count } from '../format.ts';
import styles from './facet-list.module.css';
import { QueryLink } from './query-link.tsx';

/** What all rows of a facet share; `largest` is the count of a full bar. */
export interface RowContext {
  facet: (typeof choosable)[number];
  query: Query;
  largest: number;
}

interface Props extends RowContext {
  value: FacetValue;
  depth?: number;
  /** The name that it was found by, where that is not its label. */
  alias?: string | undefined;
  expander?: ReactNode;
  onKeyDown?: KeyboardEventHandler | undefined;
}

function stateOf({ active, excluded, count: found }: FacetValue): string | undefined {
  return active ? 'active' : excluded ? 'excluded' : found === 0 ? 'zero' : undefined;
}

/** Label, leader, count; a bar for the share. The link that leaves the value out is the next sibling of the one that chooses it. */
export function FacetRow({ facet, query, largest, value, depth = 0, alias, expander, onKeyDown }: Props) {
  const { id, label, active, excluded } = value;
  const name = `${facet.label} ${label}`;
  const include = `${active ? 'Remove filter: ' : ''}${name}, ${value.count}${alias ? `, found as “${alias}”` : ''}`;
  const exclude = excluded ? `Remove filter: not ${name}` : `Leave out ${name}`;
  return (
    <div className={styles.row} data-state={stateOf(value)} style={{ paddingInlineStart: `${depth * 0.9}rem` }}>
      <span className={styles.bar} style={{ inlineSize: `${(100 * value.count) / largest}%` }} aria-hidden="true" />
      {expander}
      <QueryLink
        className={styles.value}
        query={choose(query, facet.id, id, active ? null : 'only')}
        aria-label={include}
        aria-current={active ? 'true' : undefined}
        onKeyDown={onKeyDown}
      >
        <span className={styles.label}>
          {label}
          {alias && <span className={styles.alias}>{alias}</span>}
        </span>
        <span className={styles.leader} aria-hidden="true" />
        <span className={styles.count}>{count(value.count)}</span>
      </QueryLink>
      <QueryLink
        className={styles.exclude}
        query={choose(query, facet.id, id, excluded ? null : 'not')}
        aria-label={exclude}
        title={exclude}
      >
        −
      </QueryLink>
    </div>
  );
}
