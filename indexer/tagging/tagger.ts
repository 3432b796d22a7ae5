import { createMatcher, type Match, type Matcher } from '#lib/entities/matcher.ts';
import { KNOWN_ALONE, prominenceOf } from '#lib/entities/prominence.ts';
import type { Register } from '#lib/entities/register.ts';
import { type Word, words } from '#lib/entities/words.ts';
import type { Finding, Tag } from '#lib/report/finding.ts';
import { acts } from './capitals.ts';
import type { Evidence } from './evidence.ts';
import { spreadUnits } from './lists.ts';
import { createNames, type Names } from './names.ts';
import type { Reading } from './place-names.ts';
import { createPlaces } from './places.ts';
import { isOfPlace, isTerritory, isVenue, type Role, roleOf } from './roles.ts';
import { withShortNames } from './short-names.ts';
import { createTopicTagger } from './topics.ts';

type Tags = Pick<Finding, 'actors' | 'regions' | 'topics' | 'mentions'>;

/** Text -> the entities in it; `report` and `names` are what the other texts of the report say of places and of names. */
export type Tagger = (text: string | Reading, report?: Evidence, names?: Names) => Tags;

interface Tagged {
  match: Match;
  rule: string;
}

interface Context {
  text: string;
  textWords: Word[];
  all: Match[];
  role: Role;
}

/** The rule that makes of a match a tag of its facet, or null where the rules leave it out. */
function ruleOf(match: Match, { text, textWords, all, role }: Context): string | null {
  const { entity, alias } = match;
  const { rule } = alias;
  if (entity.type === 'state' && rule === 'demonym') return isOfPlace(match, textWords) ? null : rule;
  if (entity.type === 'state' && rule === 'name') return role === 'place' ? null : 'state';
  if (entity.type === 'country') return role === 'actor' ? null : 'place';
  const here = all.filter((other) => other.first === match.first);
  if (rule === 'metonym') {
    const alsoPlace = here.some((other) => other.entity.facet === 'region');
    if (!alsoPlace) return isVenue(match, textWords) ? null : 'metonym';
    return role !== 'place' && acts(match, { text, textWords, all }) ? 'metonym' : null;
  }
  const isMetonymToo = here.some((other) => other.alias.rule === 'metonym');
  if (entity.facet === 'region' && isMetonymToo && role === 'actor' && acts(match, { text, textWords, all }))
    return null;
  return rule;
}

/** Each match with the rule that makes it a tag, those that none does left out. */
function applyRules(text: string, textWords: Word[], all: Match[]): Tagged[] {
  let previous: { match: Match; role: Role } | null = null;
  return all.flatMap((match) => {
    const inBody = all.some((other) => other.first === match.first && other.last > match.last);
    // State and country stand at one place, and are meant in one way.
    const same = previous?.match.first === match.first ? previous.role : null;
    const role: Role = inBody ? 'actor' : (same ?? roleOf(match, text, textWords, previous));
    const rule = ruleOf(match, { text, textWords, all, role });
    if (match.alias.rule === 'name' && ['state', 'country'].includes(match.entity.type)) previous = { match, role };
    return rule ? [{ match, rule }] : [];
  });
}

/** The countries whose adjective says where: "Saudi territory". */
function territories(textWords: Word[], all: Match[], register: Register): Tagged[] {
  return all.flatMap((match) => {
    if (match.alias.rule !== 'demonym' || !isTerritory(match, textWords)) return [];
    const entity = register.get('region', match.entity.id);
    return entity ? [{ match: { ...match, entity }, rule: 'territory' }] : [];
  });
}

function gather(tagged: Tagged[]): Tag[] {
  const byId = new Map<string, Tag>();
  for (const { match, rule } of tagged) {
    const known = byId.get(match.entity.id);
    if (known) known.spans.push(match.span);
    else byId.set(match.entity.id, { id: match.entity.id, alias: match.written, rule, spans: [match.span] });
  }
  return [...byId.values()];
}

/** The most specific places only: what another tagged place lies in is implied by it. */
function mostSpecific(tags: Tag[], register: Register): Tag[] {
  const implied = new Set(tags.flatMap(({ id }) => register.ancestors('region', id)));
  return tags.filter(({ id }) => !implied.has(id));
}

/** Names, but for those of places that are known only beside what they lie in. */
function isMention({ entity, alias }: Match): boolean {
  return alias.rule === 'name' && (entity.facet !== 'region' || prominenceOf(entity) >= KNOWN_ALONE);
}

/** What finds the register's actors and regions. */
export function matcherOf(register: Register): Matcher {
  return createMatcher(withShortNames([...register.all('actor'), ...register.all('region')]));
}

/** A text's words and the names in it. */
export function readingOf(text: string, match: Matcher): Reading {
  const textWords = words(text);
  return { text, textWords, matches: match(text, { textWords }) };
}

export function createTagger(register: Register, match = matcherOf(register)): Tagger {
  const topicsOf = createTopicTagger(register.all('topic'));
  const places = createPlaces(register);
  const names = createNames(register);
  return (given, report, reportNames) => {
    const reading = typeof given === 'string' ? readingOf(given, match) : given;
    const { text, textWords } = reading;
    const meant = places.resolve({ ...reading, matches: names.resolve(reading, reportNames) }, report);
    const all = spreadUnits(meant, text, register);
    const tagged = [...applyRules(text, textWords, all), ...territories(textWords, all, register)];
    const of = (facet: string) => gather(tagged.filter((one) => one.match.entity.facet === facet));
    const [actors, regions] = [of('actor'), mostSpecific(of('region'), register)];
    const named = match(text, { textWords, anyCase: true, nested: true }).filter(isMention);
    const mentions = new Set([...named.map(({ entity }) => entity.id), ...[...actors, ...regions].map(({ id }) => id)]);
    return { actors, regions, topics: topicsOf(textWords, text), mentions: [...mentions].sort() };
  };
}
