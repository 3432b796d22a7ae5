import type { Match } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';
import { type Abbreviations, abbreviated, abbreviationsIn, isOther } from './abbreviations.ts';
import { datelinesOf } from './dateline.ts';
import type { Reading } from './place-names.ts';
import { withUnits } from './units.ts';

/** What the texts of a report say of the names in them. */
export interface Names {
  /** Whom and what they name in full. */
  named: Set<string>;
  abbreviations: Abbreviations;
}

const TITLE =
  /^(?:mr|mrs|ms|dr|gen|lt|col|adm|sen|rep|gov|president|minister|premier|secretary|chancellor|general|lieutenant|colonel|major|captain|admiral|marshal|commander|senator|congressman|representative|speaker|governor|mayor|ambassador|envoy|spokesperson|spokesman|spokeswoman|advisor|adviser|chief|director|chairman|chair|head|leader|prince|king|emir|sultan|sheikh|ayatollah|mullah|pope|patriarch|justice|oligarch|financier|deputy|prosecutor|analyst)$/iu;

/** Spellings of one given name mostly begin with letters of one kind: "Yevgeny" and "Evgeny". */
const initialOf = (name: string) =>
  fold(name.slice(0, 1))
    .replace(/[aeiouyj]/, 'a')
    .replace(/[ckq]/, 'k')
    .replace(/[vw]/, 'v');

/** Names of bodies, not "the military police". */
const PROPER = /^(?:\p{Lu}\S*|of|the|and|for)(?:\s(?:\p{Lu}\S*|of|the|and|for))*$/u;

const PARTICLE = /^(?:al|bin|ibn|de|von|van|der|abu|ag)$/iu;

/** Platforms, where they are but where something was said: "a Telegram channel", "on YouTube". */
const PLATFORM = /^(?:Telegram|YouTube|TikTok|VKontakte|WhatsApp|Facebook|Twitter)$/u;
const CHANNEL = /^(?:channels?|posts?|accounts?|videos?|pages?|messages?)$/u;

const isLatin = (text: string) => /^\p{Script=Latin}/u.test(text);

function isChannel({ first, last, written }: Match, { textWords }: Reading): boolean {
  if (!PLATFORM.test(written)) return false;
  return CHANNEL.test(textWords[last + 1]?.text ?? '') || /^(?:on|via|in|to)$/.test(textWords[first - 1]?.text ?? '');
}

/** Of each body, the states whose adjective its names begin with. */
function statesOfBodies(register: Register): Map<string, string> {
  const states = new Map<string, string>();
  for (const { id, type, aliases } of register.all('actor'))
    if (type === 'state')
      for (const { text, rule } of aliases) if (rule === 'demonym' || /^U[SK]$/.test(text)) states.set(text, id);
  return new Map(
    register.all('actor').flatMap(({ id, type, aliases }) => {
      if (type !== 'organisation' && type !== 'armed-force') return [];
      const state = aliases
        .map(({ text }) => states.get(text.split(' ').slice(0, 2).join(' ')) ?? states.get(text.split(' ')[0] ?? ''))
        .find((one) => one !== undefined);
      return state ? [[id, state] as const] : [];
    }),
  );
}

/** What the texts of a report say of names. */
export function namesOf(readings: Reading[]): Names {
  const named = readings.flatMap(({ matches }) =>
    matches.flatMap(({ entity, alias, first, last }) =>
      alias.rule === 'name' && first !== last && entity.facet === 'actor' ? entity.id : [],
    ),
  );
  return { named: new Set(named), abbreviations: new Map(readings.flatMap((one) => [...abbreviationsIn(one)])) };
}

/** A text's matches without the names that stand for something else in it, and with those that the report has introduced. */
export function createNames(register: Register) {
  const stateOf = statesOfBodies(register);
  const persons = register.all('actor').filter(({ type }) => type === 'person');
  const givenNames = new Set(
    persons.flatMap(({ label }) => label.split(' ').slice(0, -1)).filter((one) => one.length > 2),
  );

  /** "Alexander Popov", of whom the register knows nothing but another Popov. */
  function isNamesake({ entity, first, last, span }: Match, { text, textWords }: Reading): boolean {
    const before = textWords[first - 1];
    if (entity.type !== 'person' || first !== last || !before || !givenNames.has(before.text)) return false;
    if (text.slice(before.span[1], span[0]) !== ' ' || !isLatin(before.text)) return false;
    const given = entity.label
      .split(' ')
      .slice(0, -1)
      .filter((own) => !PARTICLE.test(own));
    return !given.some((own) => initialOf(own) === initialOf(before.text));
  }

  function isMeant(match: Match, { text, textWords, matches }: Reading, named: Set<string>): boolean {
    const { entity, first } = match;
    if (match.alias.rule !== 'short' || named.has(entity.id)) return true;
    const rivals = matches.filter((other) => other.first === first && other.alias.rule === 'short');
    if (rivals.some((other) => named.has(other.entity.id))) return false;
    if (entity.type === 'person') return rivals.length === 1 && TITLE.test(textWords[first - 1]?.text ?? '');
    if (!PROPER.test(match.written) || /^\s\p{Lu}/u.test(text.slice(match.span[1], match.span[1] + 2))) return false;
    const states = new Set(matches.filter((other) => other.entity.type === 'state').map((other) => other.entity.id));
    const own = rivals.filter((other) => states.has(stateOf.get(other.entity.id) ?? ''));
    return own.length === 1 && own[0] === match;
  }

  function resolve(reading: Reading, report?: Names): Match[] {
    const here = namesOf([reading]);
    const named = report ? new Set([...report.named, ...here.named]) : here.named;
    const abbreviations: Abbreviations = report
      ? new Map([...report.abbreviations, ...here.abbreviations])
      : here.abbreviations;
    const datelines = datelinesOf(reading.text);
    const kept = withUnits(reading, register).filter(
      (match) =>
        !datelines.some(([start, end]) => match.span[0] >= start && match.span[1] <= end) &&
        !isOther(match, abbreviations) &&
        !isNamesake(match, reading) &&
        !isChannel(match, reading) &&
        isMeant(match, reading, named),
    );
    const more = abbreviated({ ...reading, matches: kept }, abbreviations);
    return more.length > 0 ? [...kept, ...more].sort((one, other) => one.first - other.first) : kept;
  }

  return { resolve };
}
