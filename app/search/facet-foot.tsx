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
}

/** How much of a facet is listed, and links to more and fewer of it. */
export function FacetFoot({ facet, query, counts: { values, size, truncated } }: Props) {
  const { facetLimit } = query;
  const listed = values.filter((value) => value.count > 0 && value.id !== NONE).length;
  const next = facetLimit < MORE ? MORE : MOST;
  const further = Math.min(next, size) - listed;
  const listing = (limit: number) => change(query, { facetLimit: limit, page: query.page });
  return (
    <p className={styles.length}>
      {truncated && further > 0 && facetLimit < MOST && (
        <QueryLink query={listing(next)}>
          Show {count(further)} more {further === 1 ? facet.label.toLowerCase() : facet.plural}
        </QueryLink>
      )}
      {facetLimit > FEW && values.length > FEW && <QueryLink query={listing(FEW)}>Show fewer {facet.plural}</QueryLink>}
      {truncated && (
        <span>
          The {count(Math.min(listed, facetLimit))} most frequent of {count(size)} are listed.
        </span>
      )}
    </p>
  );
}
