import type { Entity } from '#lib/entities/entity.ts';
import type { Match } from '#lib/entities/matcher.ts';
import { KNOWN_ALONE, prominenceOf } from '#lib/entities/prominence.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';

/** What is known of the places around a text. */
export interface Evidence {
  /** Places and states that are named beyond doubt. */
  named: Set<string>;
  /** What those places lie in. */
  around: Set<string>;
  /** By country, the places in it. */
  byCountry: Map<string, Set<string>>;
  /** The country in whose domain the report stands. */
  home: string | null;
  /** Names of people, folded, that are names of places elsewhere. */
  people: Set<string>;
  /** Which place a name was said to mean: "Paris, Texas". */
  senses: Map<string, string>;
}

/** The sense of a name that means a place which the register lacks: "Lyman, Oregon". */
export const UNKNOWN = '';

export function noEvidence(): Evidence {
  return {
    named: new Set(),
    around: new Set(),
    byCountry: new Map(),
    home: null,
    people: new Set(),
    senses: new Map(),
  };
}

const IN_COUNTRY = 0.5;
const PLACE_IN_COUNTRY = 0.75;
const AT_HOME = 1;
/** A bare name is sooner the town's than that of the division around it. */
const TOWN = 0.25;
const SENSE = 3;

/** By a match's text, how names are compared. */
export function nameOf({ written }: Pick<Match, 'written'>): string {
  return fold(written).replace(/ (?:district|county|raion|city)$/, '');
}

/** Adds what a match that can only mean one thing says of the places near it. */
export function addTo(evidence: Evidence, { entity }: Match, register: Register): void {
  evidence.named.add(entity.id);
  const chain = entity.facet === 'region' ? register.ancestors('region', entity.id) : [];
  for (const id of chain) evidence.around.add(id);
  const country = [entity.id, ...chain].find((id) => register.get('region', id)?.type === 'country');
  if (country) evidence.byCountry.set(country, (evidence.byCountry.get(country) ?? new Set()).add(entity.id));
}

/** The evidence of all texts of a report together. */
export function joined(all: Evidence[], home: string | null): Evidence {
  const report = { ...noEvidence(), home };
  for (const one of all) {
    for (const id of one.named) report.named.add(id);
    for (const id of one.around) report.around.add(id);
    for (const name of one.people) report.people.add(name);
    for (const [name, id] of one.senses) report.senses.set(name, id);
    for (const [country, ids] of one.byCountry)
      report.byCountry.set(country, new Set([...(report.byCountry.get(country) ?? []), ...ids]));
  }
  return report;
}

/** Of a division or town, what it lies in below the country, and the country. */
function chainOf(entity: Entity, register: Register): { divisions: string[]; country: string } {
  const chain = register.ancestors('region', entity.id);
  const country = chain.find((id) => register.get('region', id)?.type === 'country') ?? entity.id;
  return { divisions: chain.filter((id) => id !== country), country };
}

/** Is a text about hardly anything but one country: two places in it or more, and few elsewhere? */
function isAbout(country: string, { byCountry, home }: Evidence): boolean {
  if (home === country) return true;
  const count = (id: string) => [...(byCountry.get(id) ?? [])].filter((place) => place !== id).length;
  const others = [...byCountry].filter(([id]) => id !== country).reduce((sum, [, { size }]) => sum + size, 0);
  return count(country) >= 2 && others * 3 <= count(country);
}

function byDivision(divisions: string[], here: Evidence, report: Evidence): number {
  const any = (set: Set<string>) => divisions.some((id) => set.has(id));
  if (any(here.named)) return 2;
  if (any(report.named)) return 1.25;
  if (any(here.around)) return 1;
  return any(report.around) ? 0.75 : 0;
}

/**
 * How much speaks for a place: its own fame, and what stands near it in the same text and in the report. A town that bears
 * the name of people is not meant because its country is spoken of, unless nothing else is.
 */
export function weigh(match: Match, here: Evidence, report: Evidence, register: Register): number {
  const { entity } = match;
  const { divisions, country } = chainOf(entity, register);
  const about = isAbout(country, here) || isAbout(country, report);
  const counts = about || !entity.personal || prominenceOf(entity) >= KNOWN_ALONE;
  const isNamed = here.named.has(country) || report.named.has(country);
  const hasPlace = here.around.has(country) || report.around.has(country);
  const sense = [here, report].some(({ senses }) => senses.get(nameOf(match)) === entity.id);
  return (
    prominenceOf(entity) +
    byDivision(divisions, here, report) +
    (counts && isNamed ? IN_COUNTRY : 0) +
    (counts && hasPlace ? PLACE_IN_COUNTRY : 0) +
    (report.home === country ? AT_HOME : 0) +
    (entity.type === 'city' ? TOWN : 0) +
    (sense ? SENSE : 0)
  );
}

/** Is a weight enough for the place to be meant at all? */
export function isEnough(weight: number, { entity }: Match): boolean {
  return weight - (entity.type === 'city' ? TOWN : 0) >= KNOWN_ALONE;
}
