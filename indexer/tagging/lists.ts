import type { Entity } from '#lib/entities/entity.ts';
import type { Match } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';

/** "Donetsk and Luhansk oblasts", "the Kherson-Mykolaiv Oblast border": the last name's word holds for all of them. */
const JOINED = /^(?:\s*,\s*|\s*,?\s+(?:and|or)\s+|\s*[-–/]\s*)$/u;
const HYPHEN = /^\s*[-–/]\s*$/u;
const PLURAL = /(?:oblasts|regions|provinces|governorates|krais)$/iu;

/** The division that bears its city's name, or null. */
function namesake(city: Entity, register: Register): Entity | null {
  const division = city.parent ? register.get('region', city.parent) : undefined;
  if (division?.type !== 'division') return null;
  const first = fold(division.label.split(' ')[0] ?? '');
  return city.aliases.some(({ text }) => fold(text) === first) ? division : null;
}

/** Matches of places with cities made divisions where the list they stand in speaks of divisions. */
export function spreadUnits(matches: Match[], text: string, register: Register): Match[] {
  const places = matches.filter(({ entity }) => entity.facet === 'region');
  const spread = new Map<Match, Match>();
  for (let index = places.length - 2; index >= 0; index--) {
    const [city, next] = [places[index], places[index + 1]];
    if (!city || !next || city.entity.type !== 'city') continue;
    const after = spread.get(next) ?? next;
    const between = text.slice(city.span[1], next.span[0]);
    const unit =
      after.entity.type === 'division' && (PLURAL.test(next.written) || spread.has(next) || HYPHEN.test(between));
    const division = unit && JOINED.test(between) ? namesake(city.entity, register) : null;
    if (division) spread.set(city, { ...city, entity: division });
  }
  return matches.map((match) => spread.get(match) ?? match);
}
