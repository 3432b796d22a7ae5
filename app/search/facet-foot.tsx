'use client';
import { NONE } from '#lib/facets/kinds.ts';
import { change } from '#lib/search/edit.ts';
import { emptyQuery } from '#lib/search/query.ts';
import type { FacetCounts } from '#lib/search/result.ts';
import { count } from '../format.ts';
import styles from './facet-list.module.css';
import type { RowContext } from './facet-row.tsx';
import { QueryLink } from './query-link.tsx';

const FEW = emptyQuery().facetLimit;
const MORE = 200;
const MOST = 1000;

interface Props extends Pick<RowContext, 'facet' | 'query'> {
  counts: FacetCounts;
  /** How many values are asked for. */
  limit: number;
  /** Lists so many of this facet alone; without JavaScript the link lists so many of each. */
  onLimit: (limit: number) => void;
}

/** How much of a facet is listed, and links to more and fewer of it. */
export function FacetFoot({ facet, query, counts: { values, size, truncated }, limit, onLimit }: Props) {
  const listed = values.filter((value) => value.count > 0 && value.id !== NONE).length;
  const next = limit < MORE ? MORE : MOST;
  const further = Math.min(next, size) - listed;
  const hasMore = truncated && further > 0 && limit < MOST;
  const step = (to: number, text: string) => (
    <QueryLink
      query={change(query, { facetLimit: to, page: query.page })}
      instead={to < query.facetLimit ? undefined : () => onLimit(to)}
    >
      {text}
    </QueryLink>
  );
  const more = `Show ${count(further)} more ${further === 1 ? facet.label.toLowerCase() : facet.plural}`;
  const canFold = limit > FEW && values.length > FEW;
  const fewer = canFold && step(FEW, `Show fewer ${facet.plural}`);
  return (
    <p className={styles.length}>
      {/* One place for whichever comes first: the link that was followed keeps the focus. */}
      {hasMore ? step(next, more) : fewer}
      {hasMore && fewer}
      {truncated && (
        <span>
          The {count(Math.min(listed, limit))} most frequent of {count(size)} are listed.
        </span>
      )}
    </p>
  );
}
