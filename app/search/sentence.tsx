'use client';
import { Fragment, type RefObject } from 'react';
import { choosable } from '#lib/facets/derive.ts';
import { type Applied, applied, change, choose, hasFilters } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { count } from '../format.ts';
import { datesLabel, reportLabel, sinceLabel, valueLabel } from './labels.ts';
import { QueryLink } from './query-link.tsx';
import styles from './results.module.css';

const PREPOSITION: Record<string, string> = {
  actor: 'about',
  region: 'in',
  topic: 'on',
  source: 'from',
  kind: 'that are',
  lang: 'in',
};

/** Values of one facet joined as they are combined: any of them, or all. */
function joined(query: Query, result: Result, facet: Applied['facet'], part: Applied['part']) {
  const chosen = applied(query).filter((one) => one.facet === facet && one.part === part);
  const word = part === 'only' && query.filters[facet].op === 'all' ? ' and ' : ' or ';
  return chosen.map((one, index) => (
    <Fragment key={one.value}>
      {index > 0 && word}
      <QueryLink query={choose(query, facet, one.value, null)} title="Remove this filter">
        {valueLabel(one, result)}
      </QueryLink>
    </Fragment>
  ));
}

interface Props {
  query: Query;
  result: Result;
  waiting: boolean;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** The whole search in plain words; each part is a link that takes it out. */
export function Sentence({ query, result, waiting, heading }: Props) {
  const { value, relation } = result.total;
  const total = value === 0 ? 'No' : `${relation === 'gte' ? 'At least ' : ''}${count(value)}`;
  const noun = `${query.type}${value === 1 && !waiting ? '' : 's'}`;
  const dates = datesLabel(query);
  return (
    <h1 className={styles.sentence} ref={heading} tabIndex={-1}>
      <span className={styles.total}>{waiting ? 'Searching' : total}</span> {noun}
      {query.q && (
        <>
          {' with '}
          <QueryLink query={change(query, { q: '' })} title="Search without these words">
            {query.q}
          </QueryLink>
        </>
      )}
      {choosable.map(({ id }) => (
        <Fragment key={id}>
          {query.filters[id].only.length > 0 && (
            <>
              {' '}
              {PREPOSITION[id] ?? 'with'} {joined(query, result, id, 'only')}
            </>
          )}
          {query.filters[id].not.length > 0 && (
            <>
              , not {PREPOSITION[id] ?? 'with'} {joined(query, result, id, 'not')}
            </>
          )}
        </Fragment>
      ))}
      {query.report && (
        <>
          {' in the report '}
          <QueryLink query={change(query, { report: null })} title="Search all reports">
            {reportLabel(query.report, result)}
          </QueryLink>
        </>
      )}
      {dates && (
        <>
          {', '}
          <QueryLink query={change(query, { from: null, to: null })} title="Search all dates">
            {dates}
          </QueryLink>
        </>
      )}
      {query.since && (
        <>
          {', added '}
          <QueryLink query={change(query, { since: null })} title="Search all that is in the archive">
            {sinceLabel(query.since)}
          </QueryLink>
        </>
      )}
      {!query.q && !hasFilters(query) && ' in the archive'}
    </h1>
  );
}
