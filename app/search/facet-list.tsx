'use client';
import type { choosable } from '#lib/facets/derive.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { change, choose } from '#lib/search/edit.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import type { FacetCounts, FacetValue } from '#lib/search/result.ts';
import { count } from '../format.ts';
import styles from './facet-list.module.css';
import { QueryLink } from './query-link.tsx';
import { placed } from './tree.ts';

const FEW = emptyQuery().facetLimit;
const MORE = 200;
const MOST = 1000;

interface Props {
  facet: (typeof choosable)[number];
  counts: FacetCounts;
  query: Query;
  total: number;
}

/** A facet set like a table of contents: label, leader, count; a bar for the share; include and exclude in one row. */
export function FacetList({ facet, counts, query, total }: Props) {
  const { values, missing, truncated } = counts;
  const chosen = values.filter(({ active, excluded }) => active || excluded).length;
  const rows = facet.kind === 'tree' ? placed(values) : values.map((value) => ({ value, depth: 0 }));
  const listsNone = values.some(({ id }) => id === NONE);
  const largest = Math.max(total, ...values.map((value) => value.count), 1);
  const listing = (facetLimit: number) => change(query, { facetLimit, page: query.page });
  const none: FacetValue = {
    id: NONE,
    label: 'Not tagged',
    count: missing,
    active: false,
    excluded: false,
    parent: null,
  };
  return (
    <section className={styles.facet} id={`facet-${facet.id}`} aria-labelledby={`facet-${facet.id}-title`}>
      <h3 className={styles.title} id={`facet-${facet.id}-title`}>
        {facet.label} {chosen > 0 && <span className={styles.chosen}>{chosen} selected</span>}
      </h3>
      {rows.length === 0 && missing === 0 && <p className={styles.empty}>None in these results.</p>}
      <ul className={styles.list}>
        {rows.map(({ value, depth }) => (
          <Row key={value.id} facet={facet} value={value} depth={depth} query={query} largest={largest} />
        ))}
        {missing > 0 && !listsNone && <Row facet={facet} value={none} depth={0} query={query} largest={largest} />}
      </ul>
      <p className={styles.length}>
        {truncated && query.facetLimit < MOST && (
          <QueryLink query={listing(query.facetLimit < MORE ? MORE : MOST)}>Show more {facet.plural}</QueryLink>
        )}
        {truncated && query.facetLimit >= MOST && `The ${count(MOST)} most frequent are listed.`}
        {query.facetLimit > FEW && values.length > FEW && (
          <QueryLink query={listing(FEW)}>Show fewer {facet.plural}</QueryLink>
        )}
      </p>
    </section>
  );
}

interface RowProps extends Pick<Props, 'facet' | 'query'> {
  value: FacetValue;
  depth: number;
  largest: number;
}

function Row({ facet, value, depth, query, largest }: RowProps) {
  const { id, label, active, excluded } = value;
  const state = active ? 'active' : excluded ? 'excluded' : value.count === 0 ? 'zero' : undefined;
  const name = `${facet.label} ${label}`;
  const include = `${active ? 'Remove filter: ' : ''}${name}, ${value.count}`;
  const exclude = excluded ? `Remove filter: not ${name}` : `Leave out ${name}`;
  return (
    <li className={styles.row} data-state={state} style={{ paddingInlineStart: `${depth * 0.9}rem` }}>
      <span className={styles.bar} style={{ inlineSize: `${(100 * value.count) / largest}%` }} aria-hidden="true" />
      <QueryLink
        className={styles.value}
        query={choose(query, facet.id, id, active ? null : 'only')}
        aria-label={include}
        aria-current={active ? 'true' : undefined}
      >
        <span className={styles.label}>{label}</span>
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
    </li>
  );
}
