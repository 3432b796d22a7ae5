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
  if (word !== 'to') return false;
  return Array.from({ length: REACH }, (_, back) => before(near + 1 + back)).some((verb) => PLACE_TO.has(verb));
}

function isTarget(match: Match, textWords: Word[]): boolean {
  const before = wordsBefore(match, textWords);
  return ['on', 'at', 'against'].includes(before(1)) && (ATTACK.test(before(2)) || ATTACK.test(before(3)));
}

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
  if (isTarget(match, textWords)) return 'both';
  if (isPlace(match, textWords)) return 'place';
  const listed = previous && LISTED.test(text.slice(previous.match.span[1], match.span[0]));
  return listed ? previous.role : 'actor';
}

/** Does a capital's name act here, rather than lie somewhere: "Beijing agreed", "Tehran's leaders", at a sentence's start? */
export function acts(match: Match, text: string, textWords: Word[]): boolean {
  const after = textWords[match.last + 1]?.text.toLowerCase() ?? '';
  if (/['’]s$/.test(textWords[match.last]?.text ?? '')) return true;
  if (/^(has|have|had|is|was|will|would|may|might|could|can|says|said|and)$|(?<!u)(ed|es)$/.test(after)) return true;
  const starts = /(^|[.!?;:]\s+)["“(]?$/u.test(text.slice(0, match.span[0]));
  return starts && /^\s+\p{Ll}/u.test(text.slice(match.span[1]));
}
