'use client';
import { Fragment } from 'react';
import type { FacetId } from '#lib/facets/facets.ts';
import { narrow } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Hit, Labelled } from '#lib/search/result.ts';
import styles from './entry.module.css';
import { QueryLink } from './query-link.tsx';

/** A report's are those of all its findings, the most frequent first. */
const MOST_TAGS = { finding: 12, report: 5 } satisfies Record<Hit['type'], number>;
/** What tells a state from the country of its name. */
const LEADS: Partial<Record<FacetId, string>> = { region: 'in ', topic: 'on ' };

/** What a hit is about; each value adds a filter. */
export function Tags({ hit, query }: { hit: Hit; query: Query }) {
  const most = MOST_TAGS[hit.type];
  if (hit.actors.length + hit.regions.length + hit.topics.length === 0) return null;
  return (
    <p className={styles.tags}>
      <Values facet="actor" values={hit.actors} most={most} query={query} />
      <Values facet="region" values={hit.regions} most={most} query={query} />
      <Values facet="topic" values={hit.topics} most={most} query={query} />
    </p>
  );
}

interface Props {
  facet: FacetId;
  values: Labelled[];
  most: number;
  query: Query;
}

function Values({ facet, values, most, query }: Props) {
  if (values.length === 0) return null;
  const hidden = values.length - most;
  return (
    <span className={styles.group} data-facet={facet}>
      {LEADS[facet]}
      {values.slice(0, most).map(({ id, label }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <QueryLink query={narrow(query, facet, id)} title={`Filter by ${label}`}>
            {label}
          </QueryLink>
        </Fragment>
      ))}
      {hidden > 0 && ` and ${hidden} more`}
    </span>
  );
}
