import type { Match } from '#lib/entities/matcher.ts';
import type { Word } from '#lib/entities/words.ts';

/** A match among all others of its text. */
interface Around {
  text: string;
  textWords: Word[];
  all: Match[];
}

const wordList = (list: string) => new Set(list.split(/\s+/));

/** Verbs that end neither in -ed nor in -s. */
const VERBS = wordList(
  'has have had is was will would may might could can cannot must should did does do said says told sent held gave took made kept saw sought began broke went got put let knew want wants need needs meant chose won lost struck hopes fears think thinks also still now never continues then each both',
);
const PASSIVE = wordList(
  'hit struck attacked shelled bombed targeted shaken damaged under located captured besieged flooded',
);
/** "talks with Beijing", "between Moscow and Kyiv", "told Tehran", "leaves Kyiv without allies". */
const DEALING = wordList(
  'with between by expects expect expected wants want allows allow allowed invited invites leaves leave left urged urges urge told tell asked asks warned warns accuses accused blamed blames pressed presses forced persuade persuaded convince convinced punish reward help helps supply arm offered offers gave give denied deny isolate isolated threaten threatened condemned criticized criticised thanked supported supports backed backs push pushed pressure pressures pressured coerce deter provoke sanction sanctioned assure assured reassure reassured',
);
const DEALING_FOR = wordList(
  'aid support assistance arms weapons help shells missiles tanks jets funding loan package allies ally guarantees message blow setback',
);
const DEALING_TO = wordList(
  'aid support assistance arms weapons help threat threats threatened message ultimatum offer proposal proposals loyal sold sell sells supplied supply hostile closer allied ties concession concessions loan loans warning signal guarantees tanks missiles jets drones',
);
const DEALING_ON = wordList('pressure sanctions tariffs leverage dependence reliance depend depends restrictions');
const DEALING_AGAINST = wordList('sanctions case tariffs measures alliance accusations warned complaint coalition');
const PARTS = wordList(
  'suburb suburbs outskirts airport airports district districts streets center centre mayor region port eastern western northern southern metro residents hospital hospitals university',
);

function isDealtWith({ first }: Match, textWords: Word[]): boolean {
  const before = (back: number) => textWords[first - back]?.text.toLowerCase() ?? '';
  const of = [before(2), before(3)];
  if (before(1) === 'for') return of.some((word) => DEALING_FOR.has(word));
  if (before(1) === 'to') return of.some((word) => DEALING_TO.has(word));
  if (before(1) === 'on') return of.some((word) => DEALING_ON.has(word));
  if (before(1) === 'against') return of.some((word) => DEALING_AGAINST.has(word));
  return DEALING.has(before(1));
}

/** Is it followed by what its government does: "Beijing agreed", "Moscow would"? */
function doesSomething({ last }: Match, textWords: Word[]): boolean {
  const after = (on: number) => textWords[last + on]?.text.toLowerCase() ?? '';
  if (['is', 'was', 'were', 'are', 'been'].includes(after(1))) return !PASSIVE.has(after(2));
  return VERBS.has(after(1)) || (/(?:ed|es|[^us]s)$/.test(after(1)) && !PARTS.has(after(1)) && !PASSIVE.has(after(1)));
}

/** "Kyiv and Moscow each blamed": the members of a pair are meant alike. */
function partner(match: Match, { text, all }: Around, step: -1 | 1): Match | undefined {
  return all.find((other) => {
    const [one, next] = step > 0 ? [match, other] : [other, match];
    if (other.alias.rule === 'demonym' || other.entity.facet !== 'actor' || other.first === match.first) return false;
    return /^(?:,?\s+(?:and|or|nor)\s+|[-–/])$/u.test(text.slice(one.span[1], next.span[0]));
  });
}

/** Does a capital's name act here or is it dealt with, rather than lie somewhere: "Beijing agreed", "Tehran's leaders", "aid to Kyiv"? */
export function acts(match: Match, around: Around): boolean {
  const { text, textWords } = around;
  const possessive = /^['’]s?\s/u.test(text.slice(match.span[1], match.span[1] + 3));
  if (possessive) return !PARTS.has(textWords[match.last + 1]?.text.toLowerCase() ?? '');
  if (isDealtWith(match, textWords) || doesSomething(match, textWords)) return true;
  const next = partner(match, around, 1);
  if (next) return doesSomething(next, textWords) || next.alias.rule === 'name' || isDealtWith(match, textWords);
  const previous = partner(match, around, -1);
  if (previous) return isDealtWith(previous, textWords) || previous.alias.rule === 'name';
  const starts = /(^|[.!?;:]\s+)["“(]?$/u.test(text.slice(0, match.span[0]));
  const [after = '', afterThat = ''] = textWords
    .slice(match.last + 1, match.last + 3)
    .map((word) => word.text.toLowerCase());
  if (PASSIVE.has(after) || PASSIVE.has(afterThat) || after === 'and') return false;
  return starts && /^\s+\p{Ll}/u.test(text.slice(match.span[1]));
}
