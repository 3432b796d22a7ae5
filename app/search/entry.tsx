'use client';
import { Fragment } from 'react';
import type { FacetId } from '#lib/facets/facets.ts';
import { choose, groupQuery } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { FindingHit, Hit, Labelled, ReportHit } from '#lib/search/result.ts';
import { counted } from '../format.ts';
import { Marked } from '../ui/marked.tsx';
import styles from './entry.module.css';
import { QueryLink } from './query-link.tsx';

interface Props<H> {
  hit: H;
  query: Query;
}

export function FindingEntry({ hit, query }: Props<FindingHit>) {
  const ranges = hit.snippets.find(({ field }) => field === 'text')?.ranges ?? [];
  return (
    <article className={styles.entry} data-kind={hit.kind}>
      <p className={styles.text} lang={hit.lang}>
        <Marked text={hit.text} ranges={ranges} />
      </p>
      <About hit={hit} query={query}>
        {hit.kind === 'key' ? 'Key finding' : 'Passage'} · <a href={hit.url}>In the report</a>
      </About>
    </article>
  );
}

export function ReportEntry({ hit, query }: Props<ReportHit>) {
  const snippet =
    hit.snippets.find(({ field }) => field === 'summary') ?? hit.snippets.find(({ field }) => field === 'body');
  return (
    <article className={styles.entry}>
      <p className={styles.text} lang={hit.lang}>
        {snippet ? <Marked text={snippet.text} ranges={snippet.ranges} /> : hit.summary}
      </p>
      <About hit={hit} query={query}>
        <a href={hit.url}>{counted(hit.findings, 'finding')}</a>
      </About>
    </article>
  );
}

/** Who says it, and what it is about; each value adds a filter. */
function About({ hit, query, children }: Props<Hit> & { children: React.ReactNode }) {
  return (
    <div className={styles.about}>
      <p className={styles.origin}>
        {hit.source.name}
        {hit.originator && <> › {hit.originator.name}</>} · {children}
        {hit.also.length > 0 && (
          <>
            {' · '}
            <QueryLink query={groupQuery(hit.group, hit.type)}>also from {namesOf(hit)}</QueryLink>
          </>
        )}
      </p>
      <p className={styles.tags}>
        <Tags facet="actor" values={hit.actors} most={MOST_TAGS[hit.type]} query={query} />
        <Tags facet="region" values={hit.regions} most={MOST_TAGS[hit.type]} query={query} />
        <Tags facet="topic" values={hit.topics} most={MOST_TAGS[hit.type]} query={query} />
      </p>
    </div>
  );
}

/** Who else says it, each once. */
function namesOf({ also }: Hit): string {
  const names = [...new Set(also.map(({ source }) => source.name))];
  return names.length > 2 ? `${names[0]} and ${names.length - 1} others` : names.join(' and ');
}

/** A report's are those of all its findings, the most frequent first. */
const MOST_TAGS = { finding: 12, report: 5 } satisfies Record<Hit['type'], number>;
/** What tells a state from the country of its name. */
const LEADS: Partial<Record<FacetId, string>> = { region: 'in ', topic: 'on ' };

interface TagsProps {
  facet: FacetId;
  values: Labelled[];
  most: number;
  query: Query;
}

function Tags({ facet, values, most, query }: TagsProps) {
  if (values.length === 0) return null;
  const hidden = values.length - most;
  return (
    <span className={styles.group} data-facet={facet}>
      {LEADS[facet]}
      {values.slice(0, most).map(({ id, label }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <QueryLink query={choose(query, facet, id, 'only')} title={`Filter by ${label}`}>
            {label}
          </QueryLink>
        </Fragment>
      ))}
      {hidden > 0 && ` and ${hidden} more`}
    </span>
  );
}
