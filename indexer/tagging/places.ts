import type { Entity } from '#lib/entities/entity.ts';
import type { Match } from '#lib/entities/matcher.ts';
import { prominenceOf } from '#lib/entities/prominence.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';
import { datelinesOf } from './dateline.ts';
import { addTo, type Evidence, isEnough, joined, nameOf, noEvidence, UNKNOWN, weigh } from './evidence.ts';
import { settlePairs } from './pairs.ts';
import { isPart, namesBody, type Reading } from './place-names.ts';
import { isLittleKnown, isQualified, isSettled, knownBest, type Spot, spotsOf } from './spots.ts';
import { createStateMatcher } from './states.ts';

/** Words after a name that say what it names: of "Kayes" the region, of "Andar" the district. */
const DIVISION = /^(?:oblast|province|region|governorate|state|department|prefecture|county|wilayah?|voivodeship)s?$/iu;
const DISTRICT = /^(?:district|county|raion|rayon|cercle|subdistrict)s?$/iu;

export interface Places {
  /** A text's matches without the places that its names do not mean. */
  resolve: (reading: Reading, report?: Evidence) => Match[];
  /** What the texts of a report say of where it is about, for those of its names that could be many places; `country` is its site's. */
  evidenceOf: (readings: Reading[], country?: string | null) => Evidence;
}

interface Scene {
  reading: Reading;
  register: Register;
  /** What this text says. */
  here: Evidence;
  /** What its report says. */
  report: Evidence;
}

function surnameOf({ entity }: Match): string {
  return fold(entity.label.split(' ').at(-1) ?? '');
}

/** Does a division or district bear the name of a town near it, which the bare name means? */
function isNamesake(division: Entity, town: Entity, register: Register): boolean {
  const around = division.type === 'country' ? null : division.parent;
  return around !== null && register.ancestors('region', town.id).includes(around);
}

/** The places of the kind that the next word says, or without those whose bare name is a town's. */
function ofKind(places: Match[], { reading, register }: Scene): Match[] {
  const unit = reading.textWords[(places[0]?.last ?? 0) + 1]?.text ?? '';
  const divisions = places.filter(({ entity }) => entity.type === 'division');
  const districts = places.filter(({ entity }) => entity.type === 'area');
  if (DISTRICT.test(unit) && districts.length > 0) return districts;
  if (DIVISION.test(unit) && divisions.length > 0) return divisions;
  const towns = places.filter(({ entity }) => entity.type === 'city');
  const others = places.filter(
    ({ entity }) => entity.type !== 'city' && !towns.some((town) => isNamesake(entity, town.entity, register)),
  );
  return [...towns, ...others];
}

/** Without names of people, bodies and treaties, and with the kind of place that the next word says. */
function narrow(spot: Spot, scene: Scene): Spot {
  const { reading, here, report, register } = scene;
  const [match] = spot.places;
  if (!match) return spot;
  const none = { ...spot, places: [], isOther: true };
  if (namesBody(reading, match)) {
    if (isSettled(spot)) addTo(here, match, register);
    return none;
  }
  const name = nameOf(match);
  const paired = here.senses.get(name) === match.entity.id;
  const known = spot.places.find(({ entity }) => entity.personal) ?? match;
  if (!paired && (known.entity.personal || isLittleKnown(known.entity))) {
    const part = isPart(reading, known);
    if (part === 'person') here.people.add(name);
    if (part || here.people.has(name) || report.people.has(name)) return none;
  }
  return { ...spot, places: ofKind(spot.places, scene) };
}

/** The names of a text as far as it says itself what they mean; what they say of the others is added to `here`. */
function read(scene: Scene): Spot[] {
  const { reading, here, register } = scene;
  const found = spotsOf(reading.matches);
  const isSpot = ({ first }: Match) => found.some((spot) => spot.first === first);
  for (const match of reading.matches) {
    if (match.entity.type === 'person') here.people.add(surnameOf(match));
    if (match.entity.type === 'state' && (match.alias.rule === 'demonym' || !isSpot(match)))
      addTo(here, match, register);
  }
  const spots = settlePairs(found, reading, here, register).map((spot) => narrow(spot, scene));
  for (const spot of spots) {
    const [place] = spot.places;
    if (place && isQualified(place)) here.senses.set(fold(place.written.split(',')[0] ?? ''), place.entity.id);
    if (place && here.senses.get(nameOf(place)) === place.entity.id) addTo(here, place, register);
    else for (const best of knownBest(spot)) addTo(here, best, register);
  }
  return spots;
}

/** Of the places of one name the one that most speaks for, if enough does. */
function choose(spot: Spot, { here, report, register }: Scene): Match | null {
  const [only] = spot.places;
  if (!only || here.people.has(nameOf(only))) return null;
  if ([here, report].some(({ senses }) => senses.get(nameOf(only)) === UNKNOWN)) return null;
  if (isSettled(spot)) return only;
  const [best, second] = spot.places
    .map((match) => ({ match, weight: weigh(match, here, report, register), fame: prominenceOf(match.entity) }))
    .sort((one, other) => other.weight - one.weight || other.fame - one.fame);
  if (!best || !isEnough(best.weight, best.match)) return null;
  return second?.weight === best.weight && second.fame === best.fame ? null : best.match;
}

/** Does a match at a spot stay: the chosen place, a state where its country or a place in it is meant, other actors always? */
function stays({ entity, alias }: Match, spot: Spot, chosen: Match | null, register: Register): boolean {
  if (entity.facet === 'region') return chosen?.entity.id === entity.id;
  if (entity.type !== 'state' || alias.rule === 'demonym') return true;
  if (!chosen) return alias.rule === 'metonym' && !spot.isOther;
  return chosen.entity.id === entity.id || register.ancestors('region', chosen.entity.id).includes(entity.id);
}

function toEnd(match: Match, end: number | undefined, text: string): Match {
  if (match.entity.facet !== 'region' || !end) return match;
  return { ...match, span: [match.span[0], end], written: text.slice(match.span[0], end) };
}

export function createPlaces(register: Register): Places {
  const statesIn = createStateMatcher(register);
  const withStates = (reading: Reading): Reading => {
    const states = statesIn(reading);
    if (states.length === 0) return reading;
    const others = reading.matches.filter(({ first }) => !states.some((state) => state.first === first));
    return { ...reading, matches: [...others, ...states].sort((one, other) => one.first - other.first) };
  };
  return {
    resolve: (given, report = noEvidence()) => {
      const reading = withStates(given);
      const scene = { reading, register, here: noEvidence(), report };
      const spots = new Map(read(scene).map((spot) => [spot.first, { spot, chosen: choose(spot, scene) }]));
      if (spots.size === 0) return reading.matches;
      const heads = datelinesOf(reading.text);
      const isHead = ({ span }: Match) => heads.some(([start, end]) => start <= span[0] && span[1] <= end);
      return reading.matches.flatMap((match) => {
        const at = spots.get(match.first);
        if (!at) return [match];
        if (isHead(match) || !stays(match, at.spot, at.chosen, register)) return [];
        return [toEnd(match, at.spot.within?.span[1], reading.text)];
      });
    },
    evidenceOf: (readings, country = null) => {
      const all = readings.map((reading) => {
        const scene = { reading: withStates(reading), register, here: noEvidence(), report: noEvidence() };
        read(scene);
        return scene.here;
      });
      return joined(all, country);
    },
  };
}
