'use client';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import type { Region } from '#lib/map/sheet.ts';
import { choose } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { count, counted } from '../../format.ts';
import { QueryLink } from '../query-link.tsx';
import { mapOptions } from './map-options.ts';
import styles from './region-map.module.css';
import { Sheet } from './sheet.tsx';

/** Of those that no sheet shows. */
const MOST_ELSEWHERE = 5;

interface Props {
  query: Query;
  /** The countries and oblasts that the results name. */
  regions: Region[];
  /** How many results there are. */
  total: number;
}

/** From one step to the next: `1–4`, `50 or more`. */
function stretch(least: number, next?: number): string {
  if (!next) return `${count(least)} or more`;
  return next - 1 > least ? `${count(least)}–${count(next - 1)}` : count(least);
}

/** Where the results are: each region that they name is a link that chooses it, or takes it off. */
export function RegionMap({ query, regions, total }: Props) {
  const { data } = useQuery(mapOptions(regions));
  const chosen = query.filters.region.only;
  const linkOf = ({ id, label, count: found }: Region) => {
    const active = chosen.includes(id);
    return {
      query: choose(query, 'region', id, active ? null : 'only'),
      'aria-label': `${active ? 'Remove filter:' : 'Filter by'} ${label}, ${counted(found, query.type)}`,
      'aria-current': active || undefined,
    };
  };
  if (!data) return <div className={styles.map} />;
  const { sheets, steps, elsewhere } = data;
  const isEmpty = sheets.every(({ places }) => places.length === 0);
  return (
    <div className={styles.map}>
      <p id="map-about" className="visually-hidden">
        The facet Region lists the same places, and all others, for {counted(total, query.type)}.
      </p>
      {sheets.map((sheet) => (
        <Sheet key={sheet.ground} sheet={sheet} chosen={chosen} linkOf={linkOf} />
      ))}
      {isEmpty ? <p>No place of the map is named.</p> : <Steps steps={steps} type={query.type} />}
      {elsewhere.length > 0 && (
        <p className={styles.elsewhere}>
          Elsewhere:{' '}
          {elsewhere.slice(0, MOST_ELSEWHERE).map((region) => (
            <Fragment key={region.id}>
              <QueryLink {...linkOf(region)}>{region.label}</QueryLink> {count(region.count)}
              {' · '}
            </Fragment>
          ))}
          <a href="#facet-region">all</a>
        </p>
      )}
    </div>
  );
}

function Steps({ steps, type }: { steps: number[]; type: Query['type'] }) {
  return (
    <div className={styles.steps} aria-hidden="true">
      {type === 'finding' ? 'Findings' : 'Reports'}
      <ol>
        {steps.map((least, index) => (
          <li key={least} data-step={index + 1}>
            {stretch(least, steps[index + 1])}
          </li>
        ))}
      </ol>
    </div>
  );
}
