import type { Match } from '#lib/entities/matcher.ts';
import type { Word } from '#lib/entities/words.ts';

/** Words after which a name of a country or capital is a place: "in Ukraine", "occupied Ukraine", "near Moscow". */
const PLACE_BEFORE = new Set([
  ...[
    'in',
    'into',
    'within',
    'inside',
    'across',
    'throughout',
    'near',
    'around',
    'from',
    'at',
    'over',
    'via',
    'outside',
  ],
  ...['entering', 'leaving', 'occupied', 'invading', 'toward', 'towards', 'visiting', 'visited', 'held', 'through'],
  ...[
    'northern',
    'southern',
    'eastern',
    'western',
    'central',
    'northeastern',
    'northwestern',
    'southeastern',
    'southwestern',
    'mainland',
  ],
  ...['north', 'south', 'east', 'west', 'northeast', 'northwest', 'southeast', 'southwest'],
  ...[
    'в',
    'у',
    'на',
    'во',
    'із',
    'зі',
    'з',
    'из',
    'с',
    'біля',
    'під',
    'под',
    'около',
    'окупованій',
    'окупованої',
    'оккупированной',
  ],
]);
/** … and after which "of" makes it one: "the invasion of Ukraine". */
const PLACE_OF = new Set([
  ...[
    'invasion',
    'territory',
    'part',
    'parts',
    'areas',
    'region',
    'regions',
    'city',
    'north',
    'south',
    'east',
    'west',
    'occupation',
    'border',
    'borders',
  ],
  ...[
    'northeast',
    'northwest',
    'southeast',
    'southwest',
    'outside',
    'soil',
    'airspace',
    'coast',
    'rest',
    'center',
    'centre',
    'liberation',
  ],
]);
/** … and after which "to" does: "deployed to Russia", but "aid to Ukraine". */
const PLACE_TO = new Set([
  ...[
    'deploy',
    'deployed',
    'deploying',
    'transport',
    'transported',
    'travel',
    'travelled',
    'traveled',
    'flew',
    'fled',
    'returned',
    'return',
    'returning',
    'came',
  ],
  ...[
    'deported',
    'deporting',
    'moved',
    'sent',
    'visit',
    'visits',
    'trip',
    'went',
    'arrived',
    'withdrew',
    'next',
    'close',
  ],
]);

/** … and after which "on" does: "landed on Puerto Rico". */
const PLACE_ON = new Set(['landed', 'land', 'landing', 'base', 'bases', 'stationed', 'based', 'island', 'foot']);

/** How many words may stand between the verb and "to": "transported thousands of prisoners to Russia". */
const REACH = 12;

/** Words between which and "on", "at" or "against" a state is what is attacked: dealt with, and a place. */
const ATTACK = /^(attack|strike|barrage|assault|missile|drone|rocket|offensive|shot|fire|war|aggression|raid)s?$/;

/** What may stand between the members of a list: "in Qatar, Kuwait, and the United Arab Emirates". */
const LISTED = /^\s*(?:,|,?\s*(?:and|or|та|і|и)\b)\s*(?:the\s+)?$/u;

export type Role = 'actor' | 'place' | 'both';

function wordsBefore(match: Match, textWords: Word[]): (back: number) => string {
  return (back) => textWords[match.first - back]?.text.toLowerCase() ?? '';
}

function isPlace(match: Match, textWords: Word[]): boolean {
  const before = wordsBefore(match, textWords);
  const near = before(1) === 'the' ? 2 : 1;
  const word = before(near);
  if (PLACE_BEFORE.has(word)) return true;
  if (word === 'of') return PLACE_OF.has(before(near + 1));
  if (/^(?:flagged|registered|style)$/.test(textWords[match.last + 1]?.text ?? '')) return true;
  if (word === 'on') return PLACE_ON.has(before(near + 1));
  if (word !== 'to') return false;
  return Array.from({ length: REACH }, (_, back) => before(near + 1 + back)).some((verb) => PLACE_TO.has(verb));
}

const COMPASS = /^(?:north|south|east|west|northern|southern|eastern|western|sovereign|occupied)$/;
/** What of a state is where things happen: "Saudi territory", "Ukraine's northern border". */
const TERRITORY = /^(?:territory|airspace|soil|territories|waters|borders?|coast|coastline|exclaves?)$/;
/** What an adjective of a state only places: "the Syrian civil war", "the Saudi Hospital". */
const PLACED =
  /^(?:town|city|village|capital|port|province|oblast|region|district|soil|coast|coastline|countryside|desert|mountains|airspace)$/;
const BUILDING =
  /^(?:Hospital|School|University|Street|Square|Quarter|Mosque|Market|Restaurant|Theater|Theatre|Cemetery)$/;

/** The word after a match, a compass word between left out. */
function wordAfter({ last }: Match, textWords: Word[]): string {
  const word = (on: number) => textWords[last + on]?.text ?? '';
  return COMPASS.test(word(1)) ? word(2) : word(1);
}

/** Does a state's name or adjective say where: "Saudi territory"? */
export function isTerritory(match: Match, textWords: Word[]): boolean {
  return TERRITORY.test(wordAfter(match, textWords));
}

/** Does a state's adjective say no more than where something is, as the state does nothing? */
export function isOfPlace(match: Match, textWords: Word[]): boolean {
  const after = wordAfter(match, textWords);
  if (/^(?:flagged|registered|style|era|born)$/.test(after)) return true;
  if (after === 'civil') return textWords[match.last + 2]?.text === 'war';
  return PLACED.test(after) || BUILDING.test(after);
}

/** Is a building that stands for a state the place where people meet: "at the White House"? */
export function isVenue({ first }: Match, textWords: Word[]): boolean {
  const before = (back: number) => textWords[first - back]?.text.toLowerCase() ?? '';
  const near = before(1) === 'the' ? 2 : 1;
  if (before(near) === 'to') return PLACE_TO.has(before(near + 1)) && !['close', 'next'].includes(before(near + 1));
  return /^(?:in|at|inside|outside|near|visiting|visited|entered|leaving|left)$/.test(before(near));
}

function isTarget(match: Match, textWords: Word[]): boolean {
  const before = wordsBefore(match, textWords);
  return ['on', 'at', 'against'].includes(before(1)) && (ATTACK.test(before(2)) || ATTACK.test(before(3)));
}

const isPossessive = ({ span }: Match, text: string) => /^['’]s?\s/u.test(text.slice(span[1], span[1] + 3));

/**
 * How the name of a state or of its capital is meant, by the words before it; in a list, as the member before it,
 * whose role is `previous`.
 */
export function roleOf(
  match: Match,
  text: string,
  textWords: Word[],
  previous: { match: Match; role: Role } | null,
): Role {
  if (isTarget(match, textWords) || (isTerritory(match, textWords) && isPossessive(match, text))) return 'both';
  if (isPlace(match, textWords)) return 'place';
  const listed = previous && LISTED.test(text.slice(previous.match.span[1], match.span[0]));
  return listed ? previous.role : 'actor';
}
