'use client';
import type { KeyboardEventHandler, ReactNode } from 'react';
import type { choosable } from '#lib/facets/derive.ts';
import { choose } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { FacetValue } from '#lib/search/result.ts';
import { count } from '../format.ts';
import styles from './value-row.module.css';
import { ValueRow } from './value-row.tsx';

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

function stateOf({ active, excluded, count: found }: FacetValue): 'active' | 'excluded' | 'zero' | undefined {
  return active ? 'active' : excluded ? 'excluded' : found === 0 ? 'zero' : undefined;
}

/** A value with its count in the search. */
export function FacetRow({ facet, query, largest, value, alias, ...rest }: Props) {
  const { id, label, active, excluded } = value;
  const name = `${facet.label} ${label}`;
  return (
    <ValueRow
      {...rest}
      state={stateOf(value)}
      label={
        <>
          {label} {alias && <span className={styles.alias}>{alias}</span>}
        </>
      }
      numbers={count(value.count)}
      share={value.count / largest}
      include={{
        query: choose(query, facet.id, id, active ? null : 'only'),
        name: `${active ? 'Remove filter: ' : ''}${name}, ${alias ? `“${alias}”, ` : ''}${count(value.count)}`,
      }}
      exclude={{
        query: choose(query, facet.id, id, excluded ? null : 'not'),
        name: excluded ? `Remove filter: not ${name}` : `Leave out ${name}`,
      }}
    />
  );
}
