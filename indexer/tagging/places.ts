import type { Entity } from '#lib/entities/entity.ts';
import type { Match } from '#lib/entities/matcher.ts';
import { KNOWN_ALONE, prominenceOf } from '#lib/entities/prominence.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';
import { datelinesOf } from './dateline.ts';
import { addTo, type Evidence, isEnough, joined, nameOf, noEvidence, weigh } from './evidence.ts';
import { isPart, namesBody, type Reading } from './place-names.ts';
import { createStateMatcher } from './states.ts';

/** Words after a name that say what it names: of "Kayes" the region, of "Andar" the district. */
const DIVISION = /^(?:oblast|province|region|governorate|state|department|prefecture|county|wilayah?|voivodeship)s?$/iu;
const DISTRICT = /^(?:district|county|raion|rayon|cercle|subdistrict)s?$/iu;
const COMMA = /^(?:\s+(?:district|county|raion|city|area|village|town))?(?:,\s+|\s*\()(?:the\s+)?$/iu;
/** What follows the last of a list: the name before a comma is not in the one after it. */
const LIST_GOES_ON = /^(?:,\s*(?!\p{Ll})|,?\s+(?:and|or)\b)/u;

/** The names at one word, of which at most one place is meant. */
interface Spot {
  first: number;
  places: Match[];
  /** Is the name here that of a person or body? */
  isOther: boolean;
  /** What the place was said to lie in: "Texas" in "Paris, Texas". */
  within?: Match;
}

export interface Places {
  /** A text's matches without the places that its names do not mean. */
  resolve: (reading: Reading, report?: Evidence) => Match[];
  /** What the texts of a report say beyond doubt of where it is about, for those of its names that could be many places. */
  evidenceOf: (readings: Reading[], country?: string | null) => Evidence;
}

function spotsOf(matches: Match[]): Spot[] {
  const spots = new Map<number, Spot>();
  for (const match of matches) {
    if (match.entity.facet !== 'region') continue;
    const spot = spots.get(match.first) ?? { first: match.first, places: [], isOther: false };
    spots.set(match.first, spot);
    if (!spot.places.some(({ entity }) => entity.id === match.entity.id)) spot.places.push(match);
  }
  return [...spots.values()];
}

function surnameOf({ entity }: Match): string {
  return fold(entity.label.split(' ').at(-1) ?? '');
}

/** Is it one of the many that are listed for completeness, whose names are often but part of another? */
function isLittleKnown({ prominence, type }: Entity): boolean {
  return type !== 'division' && prominence !== null && prominence <= KNOWN_ALONE;
}

/** Is it named with what it lies in, as its label is: "Paris, Texas"? */
function isQualified({ entity, alias }: Match): boolean {
  return alias.text === entity.label && alias.text.includes(', ');
}

/** Can a name only be this place? */
function isSettled({ places }: Spot): boolean {
  const [only, ...more] = places;
  return only !== undefined && more.length === 0 && (prominenceOf(only.entity) >= KNOWN_ALONE || isQualified(only));
}

export function createPlaces(register: Register): Places {
  const statesIn = createStateMatcher(register);
  const liesIn = (one: Entity, other: Entity) => register.ancestors('region', one.id).includes(other.id);

  /** Without names of people, bodies and treaties, and with the kind of place that the next word says. */
  function narrow(spot: Spot, reading: Reading, here: Evidence, report: Evidence): Spot {
    const [match] = spot.places;
    if (!match) return spot;
    const none = { ...spot, places: [], isOther: true };
    if (namesBody(reading, match)) {
      if (isSettled(spot)) addTo(here, match, register);
      return none;
    }
    const paired = here.senses.get(nameOf(match)) === match.entity.id;
    const known = spot.places.find(({ entity }) => entity.personal) ?? match;
    if (!paired && (known.entity.personal || isLittleKnown(known.entity))) {
      const part = isPart(reading, known);
      if (part === 'person') here.people.add(nameOf(match));
      if (part || here.people.has(nameOf(match)) || report.people.has(nameOf(match))) return none;
    }
    return { ...spot, places: ofKind(spot.places, reading) };
  }

  /** Does a division or district bear the name of a town in it, which the bare name means? */
  function isNamesake(division: Entity, town: Entity): boolean {
    const around = division.type === 'country' ? null : division.parent;
    return around !== null && register.ancestors('region', town.id).includes(around);
  }

  function ofKind(places: Match[], { textWords }: Reading): Match[] {
    const [match] = places;
    const unit = textWords[(match?.last ?? 0) + 1]?.text ?? '';
    const divisions = places.filter(({ entity }) => entity.type === 'division');
    const districts = places.filter(({ entity }) => entity.type === 'area');
    if (DISTRICT.test(unit) && districts.length > 0) return districts;
    if (DIVISION.test(unit) && divisions.length > 0) return divisions;
    const towns = places.filter(({ entity }) => entity.type === 'city');
    const others = places.filter(
      ({ entity }) => entity.type !== 'city' && !towns.some((town) => isNamesake(entity, town.entity)),
    );
    return [...towns, ...others];
  }

  /** Is what follows a division in which no place of this name is known: "Lyman, Oregon"? */
  function contradicts({ places }: Spot, after: Match): boolean {
    const outer = after.entity;
    return (
      outer.type === 'division' &&
      places.every(
        ({ entity }) =>
          entity.type !== 'country' && entity.type !== 'division' && isLittleKnown(entity) && !liesIn(outer, entity),
      )
    );
  }

  /** "Paris, Texas": a place and, right after it, what it lies in. Both are then settled. */
  function settlePairs(spots: Spot[], { text }: Reading, here: Evidence): Spot[] {
    const settled = new Map<Spot, Spot>();
    for (const [index, spot] of spots.entries()) {
      const next = spots[index + 1];
      const [match] = spot.places;
      const [after] = next?.places ?? [];
      if (!next || !match || !after || !COMMA.test(text.slice(match.span[1], after.span[0]))) continue;
      const pairs = spot.places.flatMap((inner) =>
        next.places.filter((outer) => liesIn(inner.entity, outer.entity)).map((outer) => ({ inner, outer })),
      );
      const [best] = pairs.sort((one, other) => prominenceOf(other.inner.entity) - prominenceOf(one.inner.entity));
      if (!best) {
        if (contradicts(spot, after) && !LIST_GOES_ON.test(text.slice(after.span[1])))
          settled.set(spot, { ...spot, places: [] });
        continue;
      }
      here.senses.set(nameOf(best.inner), best.inner.entity.id);
      if (LIST_GOES_ON.test(text.slice(after.span[1]))) {
        settled.set(spot, { ...spot, places: [best.inner] });
        continue;
      }
      addTo(here, best.outer, register);
      settled.set(spot, { ...spot, places: [best.inner], within: best.outer });
      settled.set(next, { ...next, places: [] });
    }
    return spots.map((spot) => settled.get(spot) ?? spot);
  }

  /** The names of a text as far as it says itself what they mean, and what they say of the others. */
  function read(reading: Reading, report: Evidence): { spots: Spot[]; here: Evidence } {
    const here = noEvidence();
    for (const match of reading.matches) if (match.entity.type === 'person') here.people.add(surnameOf(match));
    const paired = settlePairs(spotsOf(reading.matches), reading, here);
    const spots = paired.map((spot) => narrow(spot, reading, here, report));
    for (const match of reading.matches)
      if (match.entity.type === 'state' && match.alias.rule !== 'name') addTo(here, match, register);
    for (const spot of spots) {
      const [place] = spot.places;
      if (place && isQualified(place)) here.senses.set(fold(place.written.split(',')[0] ?? ''), place.entity.id);
      if (place && (isSettled(spot) || here.senses.get(nameOf(place)) === place.entity.id))
        addTo(here, place, register);
    }
    return { spots, here };
  }

  /** Of the places of one name the one that most speaks for, if enough does. */
  function choose(spot: Spot, here: Evidence, report: Evidence): Match | null {
    const [only] = spot.places;
    if (!only || here.people.has(nameOf(only))) return null;
    if (isSettled(spot)) return only;
    const weighed = spot.places
      .map((match) => ({ match, weight: weigh(match, here, report, register), fame: prominenceOf(match.entity) }))
      .sort((one, other) => other.weight - one.weight || other.fame - one.fame);
    const [best, second] = weighed;
    if (!best || !isEnough(best.weight, best.match)) return null;
    return second?.weight === best.weight && second.fame === best.fame ? null : best.match;
  }

  /** Does what else goes by the name stay: a state, where its country or a place in it is meant; actors always? */
  function stays({ entity, alias }: Match, spot: Spot, chosen: Match | null): boolean {
    if (entity.facet === 'region') return chosen?.entity.id === entity.id;
    if (entity.type !== 'state' || alias.rule === 'demonym') return true;
    if (!chosen) return alias.rule === 'metonym' && !spot.isOther;
    return chosen.entity.id === entity.id || register.ancestors('region', chosen.entity.id).includes(entity.id);
  }

  const withStates = (reading: Reading): Reading => {
    const states = statesIn(reading);
    if (states.length === 0) return reading;
    const others = reading.matches.filter(({ first }) => !states.some((state) => state.first === first));
    return { ...reading, matches: [...others, ...states].sort((one, other) => one.first - other.first) };
  };

  return {
    resolve: (given, report = noEvidence()) => {
      const reading = withStates(given);
      const { spots, here } = read(reading, report);
      const heads = datelinesOf(reading.text);
      const isHead = ({ span }: Match) => heads.some(([start, end]) => start <= span[0] && span[1] <= end);
      const byFirst = new Map(spots.map((spot) => [spot.first, { spot, chosen: choose(spot, here, report) }]));
      return reading.matches.flatMap((match) => {
        const at = byFirst.get(match.first);
        if (at && isHead(match)) return [];
        if (at && !stays(match, at.spot, at.chosen)) return [];
        const end = at?.spot.within?.span[1];
        if (match.entity.facet !== 'region' || !end) return [match];
        return [{ ...match, span: [match.span[0], end], written: reading.text.slice(match.span[0], end) } satisfies Match];
      });
    },
    evidenceOf: (readings, country = null) =>
      joined(
        readings.map((reading) => read(withStates(reading), noEvidence()).here),
        country,
      ),
  };
}
