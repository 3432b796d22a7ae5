import type { Match } from '#lib/entities/matcher.ts';
import { prominenceOf } from '#lib/entities/prominence.ts';
import type { Register } from '#lib/entities/register.ts';
import { addTo, type Evidence, nameOf, UNKNOWN } from './evidence.ts';
import type { Reading } from './place-names.ts';
import { isLittleKnown, type Spot } from './spots.ts';

/** What stands between a place and what it lies in: "Paris, Texas", "Andar district, Ghazni", "Lyman (Oregon)", "Petrivka in Sumy". */
const BETWEEN = /^(?:\s+(district|county|raion|city|area|village|town))?(?:,\s+|\s*\(|\s+in\s+)(?:the\s+)?$/iu;
/** What follows the last of a list: the name before a comma is not in the one after it. */
const LIST_GOES_ON = /^(?:,\s+(?=[^\p{Ll}\s])|,?\s+(?:and|or)\b)/u;

function liesIn({ entity }: Match, outer: Match, register: Register): boolean {
  return register.ancestors('region', entity.id).includes(outer.entity.id);
}

/** Is what follows a division in which no place of this name is known: "Lyman, Oregon"? */
function contradicts({ places }: Spot, outer: Match, said: string | undefined, register: Register): boolean {
  if (outer.entity.type !== 'division') return false;
  return places.every(
    (place) =>
      ['city', 'area'].includes(place.entity.type) &&
      (said !== undefined || isLittleKnown(place.entity)) &&
      !liesIn(outer, place, register),
  );
}

/** Of the places that two names could mean, one that lies in the other: the best known. */
function pairOf(spot: Spot, next: Spot, register: Register): { inner: Match; outer: Match } | undefined {
  const pairs = spot.places.flatMap((inner) =>
    next.places.filter((outer) => liesIn(inner, outer, register)).map((outer) => ({ inner, outer })),
  );
  return pairs.sort((one, other) => prominenceOf(other.inner.entity) - prominenceOf(one.inner.entity))[0];
}

/** Settles what stands right before what it lies in, "Paris, Texas", and notes it in `here`. */
export function settlePairs(spots: Spot[], { text }: Reading, here: Evidence, register: Register): Spot[] {
  const settled = new Map<Spot, Spot>();
  for (const [index, spot] of spots.entries()) {
    const next = spots[index + 1];
    const [match] = spot.places;
    const [after] = next?.places ?? [];
    const between = match && after && BETWEEN.exec(text.slice(match.span[1], after.span[0]));
    if (!next || !between) continue;
    const listed = LIST_GOES_ON.test(text.slice(after.span[1]));
    const pair = pairOf(spot, next, register);
    if (!pair) {
      if (listed || !contradicts(spot, after, between[1], register)) continue;
      settled.set(spot, { ...spot, places: [] });
      here.senses.set(nameOf(match), UNKNOWN);
      continue;
    }
    here.senses.set(nameOf(pair.inner), pair.inner.entity.id);
    settled.set(spot, { ...spot, places: [pair.inner], ...(!listed && { within: pair.outer }) });
    if (listed) continue;
    addTo(here, pair.outer, register);
    settled.set(next, { ...next, places: [] });
  }
  return spots.map((spot) => settled.get(spot) ?? spot);
}
