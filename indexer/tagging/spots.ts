import type { Entity } from '#lib/entities/entity.ts';
import type { Match } from '#lib/entities/matcher.ts';
import { KNOWN_ALONE, prominenceOf } from '#lib/entities/prominence.ts';

/** The places that a name at one word could mean. */
export interface Spot {
  first: number;
  places: Match[];
  /** Is the name here that of a person or body? */
  isOther: boolean;
  /** What the place was said to lie in: "Texas" in "Paris, Texas". */
  within?: Match;
}

export function spotsOf(matches: Match[]): Spot[] {
  const spots = new Map<number, Spot>();
  for (const match of matches) {
    if (match.entity.facet !== 'region') continue;
    const spot = spots.get(match.first) ?? { first: match.first, places: [], isOther: false };
    spots.set(match.first, spot);
    if (!spot.places.some(({ entity }) => entity.id === match.entity.id)) spot.places.push(match);
  }
  return [...spots.values()];
}

/** Is it one of the many that are listed for completeness, whose names are often but part of another? */
export function isLittleKnown({ prominence, type }: Entity): boolean {
  return type !== 'division' && prominence !== null && prominence <= KNOWN_ALONE;
}

/** Is it named with what it lies in, as its label is: "Paris, Texas"? */
export function isQualified({ entity, alias }: Match): boolean {
  return alias.text === entity.label && alias.text.includes(', ');
}

/** Can a name only be this place? */
export function isSettled({ places }: Spot): boolean {
  const [only, ...more] = places;
  return only !== undefined && more.length === 0 && (prominenceOf(only.entity) >= KNOWN_ALONE || isQualified(only));
}

/** The place that a name means unless much speaks against it, which may speak for others; or none. */
export function knownBest(spot: Spot): Match[] {
  const [best, second] = spot.places.toSorted((one, other) => prominenceOf(other.entity) - prominenceOf(one.entity));
  if (!best || isSettled(spot)) return best ? [best] : [];
  const lead = prominenceOf(best.entity) - (second ? prominenceOf(second.entity) : 0);
  return prominenceOf(best.entity) > KNOWN_ALONE && lead >= (best.entity.personal ? 1 : 0.5) ? [best] : [];
}
