/** The countries of world-atlas, with borders as they are internationally recognised, by their ids in the register. */
import { readFileSync } from 'node:fs';
import type { Feature, Geometry } from 'geojson';
import { feature, merge, mergeArcs } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { countries, countryIds, require } from '#lib/entities/derive-common.ts';
import type { Point } from './derive-paths.ts';

type Named = (Polygon<{ name: string }> | MultiPolygon<{ name: string }>) & { properties: { name: string } };
type World = Topology<{ countries: GeometryCollection }>;

/** Where world-atlas draws what holds the ground and not what is recognised: a part, and the country that it belongs to. */
const PARTS: Record<string, string> = { 'N. Cyprus': 'Cyprus', Somaliland: 'Somalia' };
/** World-atlas draws it in Russia. */
const IN_CRIMEA: Point = [34.1, 45.2];

/** ISO 3166-1 numeric -> the id in the register; Kosovo has no number. */
const byNumber = new Map(countries.map(({ ccn3, cca2 }) => [ccn3, countryIds.get(cca2) ?? null]));
const byName = new Map([['Kosovo', 'kosovo']]);

function isInside([x, y]: Point, ring: Point[]): boolean {
  return ring.reduce((inside, [ax, ay], index) => {
    const [bx, by] = ring.at(index - 1) ?? [ax, ay];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
  }, false);
}

function polygonsOf(geometry: Named): number[][][] {
  return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
}

/** The countries with the parts that are theirs, Crimea first of all. */
function recognised(world: World): Named[] {
  const all = world.objects.countries.geometries as Named[];
  const named = (name: string) => {
    const found = all.find(({ properties }) => properties.name === name);
    if (!found) throw new Error(`world-atlas has no ${name}`);
    return found;
  };
  const joined = (country: Named, part: Polygon | MultiPolygon): Named => {
    const { arcs } = mergeArcs(world, [country, part]);
    return { ...country, type: 'MultiPolygon', arcs };
  };
  const russia = polygonsOf(named('Russia'));
  const isCrimea = (arcs: number[][]) => {
    const { coordinates } = merge(world, [{ type: 'Polygon', arcs }]);
    return isInside(IN_CRIMEA, (coordinates[0]?.[0] ?? []) as Point[]);
  };
  const changed = new Map<string, Named>([
    ['Russia', { ...named('Russia'), type: 'MultiPolygon', arcs: russia.filter((arcs) => !isCrimea(arcs)) }],
    ['Ukraine', joined(named('Ukraine'), { type: 'MultiPolygon', arcs: russia.filter(isCrimea) })],
    ...Object.entries(PARTS).map(([part, country]) => [country, joined(named(country), named(part))] as const),
  ]);
  return all
    .filter(({ properties: { name } }) => !(name in PARTS) && name !== 'Antarctica')
    .map((country) => changed.get(country.properties.name) ?? country);
}

export type Country = Feature<Geometry, { id: string | null }>;

/** All countries, in degrees; `least`: of the triangles that borders are made of, in steradians. */
export function worldShapes(least: number): Country[] {
  const world: World = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'));
  world.objects.countries.geometries = recognised(world);
  const simple = simplify(presimplify(world, sphericalTriangleArea), least);
  return (simple.objects.countries as GeometryCollection).geometries.map((geometry) => {
    const { id, properties } = geometry as Named;
    const known = byNumber.get(String(id)) ?? byName.get(properties.name) ?? null;
    return { ...(feature(simple, geometry) as Feature), properties: { id: known } };
  });
}
