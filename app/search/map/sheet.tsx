import type { ComponentProps } from 'react';
import outlines from '#lib/map/map.svg';
import { type Placed, type Region, SHEET, type Sheet as SheetOfMap } from '#lib/map/sheet.ts';
import { QueryLink } from '../query-link.tsx';
import styles from './region-map.module.css';

const { src }: { src: string } = outlines;

interface Props {
  sheet: SheetOfMap;
  chosen: string[];
  linkOf: (region: Region) => ComponentProps<typeof QueryLink>;
}

/** One drawing. The outlines are a file of their own, which the browser keeps: nothing of them is in the page. */
export function Sheet({ sheet: { ground, title, transform, places }, chosen, linkOf }: Props) {
  const outline = (id: string) => <use href={`${src}#${id}`} transform={transform} />;
  const at = ({ x, y }: { x: number; y: number }) => ({ x, y });
  const mark = ({ id, dot, step, x, y }: Placed) => (dot ? <circle cx={x} cy={y} r={2 + step} /> : outline(id));
  return (
    <figure className={styles.sheet} aria-describedby="map-about">
      <svg viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}>
        <title>{title}</title>
        <g className={styles.ground}>{outline(ground)}</g>
        {places.map((place) => {
          const link = linkOf(place);
          return (
            <QueryLink key={place.id} className={styles.region} data-step={place.step} {...link}>
              <title>{link['aria-label']}</title>
              {mark(place)}
            </QueryLink>
          );
        })}
        <svg className={styles.over} aria-hidden="true">
          {places.map((place) => {
            const active = chosen.includes(place.id);
            return (
              <g key={place.id} data-chosen={active || undefined}>
                {active && mark(place)}
                <text {...at(place.name ?? place)}>
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
