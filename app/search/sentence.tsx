'use client';
import type { ReactNode, RefObject } from 'react';
import { choosable, facetOf } from '#lib/facets/derive.ts';
import { NONE } from '#lib/facets/kinds.ts';
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
  const { terms, excluded } = result.query;
  const withoutAny = !waiting && query.q === result.query.q && terms.length === 0 && excluded.length > 0;
  const noun = `${query.type}${value === 1 && !waiting ? '' : 's'}`;
  return (
    <h1 className={styles.sentence} ref={heading} tabIndex={-1}>
      {waiting ? 'Searching' : total} {noun}
      <Part before={withoutAny ? ' ' : ' with '} query={change(query, { q: '' })} title="Search without these words">
        {withoutAny ? excluded.map((word) => `without ${word}`).join(', ') : shortened(query.q)}
      </Part>
      {choosable.map(({ id }) => (
        <Chosen key={id} query={query} result={result} facet={id} part="only" />
      ))}
      <Part before=" in the report " query={change(query, { report: null })} title="Search all reports">
        {query.report && reportLabel(query.report, result)}
      </Part>
      <Part before=" that say " query={change(query, { group: null })} title="Search all that is said">
        {query.group && 'the same'}
      </Part>
      <Part before=", " query={change(query, { from: null, to: null })} title="Search all dates">
        {datesLabel(query)}
      </Part>
      <Part before=", added " query={change(query, { since: null })} title="Search all that is in the archive">
        {query.since && sinceLabel(query.since)}
      </Part>
      <Part before=", " query={change(query, { exact: false })} title="Search every spelling">
        {query.exact && query.q && 'as written'}
      </Part>
      {choosable.map(({ id }) => (
        <Chosen key={id} query={query} result={result} facet={id} part="not" />
      ))}
      {!query.q && !hasFilters(query) && ' in the archive'}
    </h1>
  );
}

const MOST_LETTERS = 160;

function shortened(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS).trimEnd()} …` : text;
}

interface PartProps {
  before: string;
  /** The search without it. */
  query: Query;
  title: string;
  children: ReactNode;
}

function Part({ before, query, title, children }: PartProps) {
  if (!children) return null;
  return (
    <>
      {before}
      <QueryLink query={query} title={title}>
        {children}
      </QueryLink>
    </>
  );
}

/** Values of one facet joined as they are combined: any of them, or all; `not`: each of them is left out. */
function Chosen({ query, result, facet, part }: Pick<Props, 'query' | 'result'> & Pick<Applied, 'facet' | 'part'>) {
  const chosen = applied(query).filter((one) => one.facet === facet && one.part === part);
  if (chosen.length === 0) return null;
  const preposition = PREPOSITION[facet] ?? 'with';
  const between = part === 'only' && query.filters[facet].op === 'all' ? ' and ' : ' or ';
  return chosen.map((one, index) => (
    <Part
      key={one.value}
      before={index > 0 ? between : part === 'only' ? ` ${preposition} ` : `, not ${preposition} `}
      query={choose(query, facet, one.value, null)}
      title="Remove this filter"
    >
      {one.value === NONE ? `no ${facetOf(facet).label.toLowerCase()}` : valueLabel(one, result)}
    </Part>
  ));
}
