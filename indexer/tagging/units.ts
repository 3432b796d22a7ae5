import type { Match } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Reading } from './place-names.ts';

/** "61st Separate Naval Infantry Brigade", "114th Motorized Rifle Regiment". */
const UNIT =
  /(?<![\p{L}\p{N}])\d{1,4}(?:st|nd|rd|th)\s+(?:(?:\p{Lu}[\p{L}\d'’.-]*|of|the|and|de)\s+){0,7}?(?:Brigade|Regiment|Division|Corps|Battalion|Army|Detachment|Squadron|Fleet|Flotilla|Group|Wing|Company|Brigades|Regiments|Divisions|Battalions)(?!\p{L})/gu;
/** Kinds of unit that one state's forces have. */
const KINDS: [RegExp, string][] = [
  [
    /Naval Infantry|Motorized Rifle|Combined Arms Army|\bVDV\b|Guards (?:Airborne|Tank|Air Assault|Spetsnaz)|Rocket Artillery|Spetsnaz/u,
    'russia',
  ],
  [
    /(?:Separate|Heavy) (?:\p{L}+ )?(?:Mechanized|Assault|Air Assault)|Territorial Defen[cs]e|Unmanned Systems|Airmobile|J[aä]ger/u,
    'ukraine',
  ],
];

/**
 * Numbered units, which the register has few of: names within theirs are no tags of their own, and a kind that one
 * state alone has stands for it.
 */
export function withUnits(reading: Reading, register: Register): Match[] {
  const { text, textWords, matches } = reading;
  if (!/\d(?:st|nd|rd|th)\s/.test(text)) return matches;
  const units = Array.from(text.matchAll(UNIT), ({ 0: written, index }) => ({
    written,
    span: [index, index + written.length] as [number, number],
  }));
  const within = ({ span }: Match, [start, end]: [number, number]) => span[0] > start && span[1] <= end;
  const kept = matches.filter((match) => !units.some(({ span }) => within(match, span)));
  const kinds = units.flatMap(({ written, span }): Match[] => {
    const id = KINDS.find(([kind]) => kind.test(written))?.[1];
    const entity = id ? register.get('actor', id) : undefined;
    const first = textWords.findIndex((word) => word.span[0] === span[0]);
    const known = kept.some((match) => match.span[0] === span[0]);
    if (!entity || first < 0 || known) return [];
    return [{ entity, alias: { text: written, rule: 'unit', cased: true }, written, span, first, last: first }];
  });
  return kinds.length > 0 ? [...kept, ...kinds].sort((one, other) => one.first - other.first) : kept;
}
