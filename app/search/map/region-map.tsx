'use client';
import type { ComponentProps } from 'react';
import outlines from '#lib/map/map.svg';
import type { Placed, Region, RegionSheets, Sheet } from '#lib/map/sheet.ts';
import { choose, narrow } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { count, counted } from '../../format.ts';
import { QueryLink } from '../query-link.tsx';
import styles from './region-map.module.css';

const { src }: { src: string } = outlines;
/** Of those that no sheet shows. */
const MOST_ELSEWHERE = 5;

interface Props {
  query: Query;
  /** The countries and oblasts that the results name, where they are. */
  map: RegionSheets;
  /** How many results there are. */
  total: number;
}

/** Where the results are: each region that they name is a link that chooses it, or takes it off. */
export function RegionMap({ query, map: { sheets, steps, elsewhere }, total }: Props) {
  const chosen = query.filters.region.only;
  const linkOf = ({ id, label, count: found }: Region) => {
    const active = chosen.includes(id);
    return {
      query: active ? choose(query, 'region', id, null) : narrow(query, 'region', id),
      'aria-label': `${active ? 'Remove filter:' : 'Filter by'} ${label}, ${counted(found, query.type)}`,
      'aria-current': active || undefined,
    };
  };
  return (
    <div className={styles.map}>
      <p id="map-about" className="visually-hidden">
        The facet Region lists the same places, and all others, for {counted(total, query.type)}.
      </p>
      {steps.length > 0 &&
        sheets.map((sheet) => <Drawing key={sheet.ground} sheet={sheet} chosen={chosen} linkOf={linkOf} />)}
      {steps.length > 0 ? (
        <ol aria-hidden="true">
          {steps.map((least, index) => (
            <li key={least} data-step={index + 1}>
              {stretch(least, steps[index + 1])}
              {index + 1 === steps.length && ` ${query.type}s`}
            </li>
          ))}
        </ol>
      ) : (
        <p>No place of the map is named.</p>
      )}
      {elsewhere.length > 0 && (
        <p>
          Elsewhere:{' '}
          {elsewhere.slice(0, MOST_ELSEWHERE).map((region, index) => (
            <span key={region.id}>
              {index > 0 && ' · '}
              <QueryLink {...linkOf(region)}>{region.label}</QueryLink> {count(region.count)}
            </span>
          ))}
          {elsewhere.length > MOST_ELSEWHERE && ` and ${elsewhere.length - MOST_ELSEWHERE} more, in the facet Region`}
        </p>
      )}
    </div>
  );
}

/** From one step to the next: `1–4`, `50 or more`. */
function stretch(least: number, next?: number): string {
  if (!next) return `${count(least)} or more`;
  return next - 1 > least ? `${count(least)}–${count(next - 1)}` : count(least);
}

interface DrawingProps {
  sheet: Sheet;
  chosen: string[];
  linkOf: (region: Region) => ComponentProps<typeof QueryLink>;
}

/** One sheet. The outlines are a file of their own, which the browser keeps: nothing of them is in the page. */
function Drawing({ sheet: { ground, title, box, transform, places }, chosen, linkOf }: DrawingProps) {
  const outline = (id: string) => <use href={`${src}#${id}`} transform={transform} />;
  const mark = ({ id, dot, step, x, y }: Placed) => (dot ? <circle cx={x} cy={y} r={2 + step} /> : outline(id));
  return (
    <figure aria-describedby="map-about">
      <svg viewBox={box}>
        <title>{title}</title>
        <g>{outline(ground)}</g>
        {places.map((place) => {
          const link = linkOf(place);
          return (
            <QueryLink key={place.id} data-step={place.step} {...link}>
              <title>{link['aria-label']}</title>
              {mark(place)}
            </QueryLink>
          );
        })}
        <svg aria-hidden="true">
          {places.map((place) => {
            const active = chosen.includes(place.id);
            const { x, y } = place.name ?? place;
            return (
              <g key={place.id} data-chosen={active || undefined}>
                {active && mark(place)}
                <text x={x} y={y}>
                  {active && '✓ '}
                  {place.name?.text}
                </text>
              </g>
            );
          })}
        </svg>
      </svg>
      <figcaption>{title}</figcaption>
    </figure>
  );
}
