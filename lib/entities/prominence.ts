import type { Entity } from './entity.ts';
import type { Match } from './matcher.ts';

/** How well places are known of which their entries say nothing, as curated ones do not. */
const KNOWN: Record<string, number> = { country: 3, division: 1.5, city: 1.5, area: 1.5, sea: 1.5 };
/** From this on a name is the place's without more. */
export const KNOWN_ALONE = 1;

/** How well a place is known by its name alone: see `prominence` of an entry. */
export function prominenceOf({ prominence, type }: Entity): number {
  return prominence ?? KNOWN[type] ?? KNOWN_ALONE;
}

function rank({ entity }: Match): number {
  // A bare "Kherson" is the city.
  return prominenceOf(entity) + (entity.type === 'city' ? 0.1 : 0);
}

/** Of the matches at one place those of actors, and that of the place which is known best by the name. */
export function foremost(matches: Match[]): Match[] {
  const best = matches
    .filter(({ entity }) => entity.facet === 'region')
    .sort((one, other) => rank(other) - rank(one))[0];
  return matches.filter(({ entity }) => entity.facet !== 'region' || entity.id === best?.entity.id);
}
