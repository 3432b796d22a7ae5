import { createMatcher, type Match, type Matcher } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import { type Word, words } from '#lib/entities/words.ts';
import type { Finding, Tag } from '#lib/report/finding.ts';
import { spreadUnits } from './lists.ts';
import { acts, type Role, roleOf } from './roles.ts';
import { createTopicTagger } from './topics.ts';

type Tags = Pick<Finding, 'actors' | 'regions' | 'topics' | 'mentions'>;

/** Text -> the entities in it. */
export type Tagger = (text: string) => Tags;

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
  if (entity.type === 'state' && rule === 'name') return role === 'place' ? null : 'state';
  if (entity.type === 'country') return role === 'actor' ? null : 'place';
  const here = all.filter((other) => other.first === match.first);
  if (rule === 'metonym') {
    if (role === 'place') return null;
    const alsoPlace = here.some((other) => other.entity.facet === 'region');
    return !alsoPlace || acts(match, text, textWords) ? 'metonym' : null;
  }
  const isMetonymToo = here.some((other) => other.alias.rule === 'metonym');
  if (entity.facet === 'region' && isMetonymToo && role === 'actor' && acts(match, text, textWords)) return null;
  return rule;
}

/** Each match with the rule that makes it a tag, those that none does left out. */
function applyRules(text: string, textWords: Word[], all: Match[]): { match: Match; rule: string }[] {
  let previous: { match: Match; role: Role } | null = null;
  return all.flatMap((match) => {
    // State and country stand at one place, and are meant in one way.
    const role = previous?.match.first === match.first ? previous.role : roleOf(match, text, textWords, previous);
    const rule = ruleOf(match, { text, textWords, all, role });
    if (match.alias.rule === 'name' && ['state', 'country'].includes(match.entity.type)) previous = { match, role };
    return rule ? [{ match, rule }] : [];
  });
}

function gather(tagged: { match: Match; rule: string }[]): Tag[] {
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

/** What finds the register's actors and regions. */
export function matcherOf(register: Register): Matcher {
  return createMatcher([...register.all('actor'), ...register.all('region')]);
}

export function createTagger(register: Register, match = matcherOf(register)): Tagger {
  const topicsOf = createTopicTagger(register.all('topic'));
  return (text) => {
    const textWords = words(text);
    const tagged = applyRules(text, textWords, spreadUnits(match(text, { textWords }), text, register));
    const of = (facet: string) => gather(tagged.filter((one) => one.match.entity.facet === facet));
    const [actors, regions] = [of('actor'), mostSpecific(of('region'), register)];
    const named = match(text, { textWords, anyCase: true, nested: true }).filter(({ alias }) => alias.rule === 'name');
    const mentions = new Set([...named.map(({ entity }) => entity.id), ...[...actors, ...regions].map(({ id }) => id)]);
    return { actors, regions, topics: topicsOf(textWords), mentions: [...mentions].sort() };
  };
}
