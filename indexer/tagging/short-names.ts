import type { Alias, Entity } from '#lib/entities/entity.ts';

/** Initials and particles are nobody's surname. */
const SHORTEST_SURNAME = 3;
/** States that a body's name begins with as they are, not as an adjective. */
const ABBREVIATED = new Set(['US', 'UK']);

/** A name of one word; the Cyrillic ones are known besides. */
const SINGLE = /^\p{Script=Latin}[^\s-]*$/u;

const isBody = ({ type }: Entity) => type === 'organisation' || type === 'armed-force';

function alias(text: string, rule: Alias['rule']): Alias {
  return { text, rule, cased: true };
}

/** A person's surname, where the register does not say that it stands for the person wherever it is. */
function surnameOf({ label, aliases }: Entity): Alias[] {
  if (aliases.some(({ text, rule }) => rule === 'name' && SINGLE.test(text))) return [];
  const parts = label.split(' ');
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && last.length >= SHORTEST_SURNAME && !last.endsWith('.') ? [alias(last, 'short')] : [];
}

/** State of each adjective that begins names of bodies: "Russian". */
function statesByPrefix(entities: Entity[]): Map<string, Entity> {
  const states = new Map<string, Entity>();
  for (const state of entities.filter(({ type }) => type === 'state'))
    for (const { text, rule } of state.aliases)
      if (rule === 'demonym' || ABBREVIATED.has(text)) states.set(text, state);
  return states;
}

/** "Russian Foreign Ministry" -> "Russia's Foreign Ministry", and "Foreign Ministry" where Russia is spoken of. */
function bodyNames(body: Entity, states: Map<string, Entity>): Alias[] {
  return body.aliases.flatMap(({ text, rule }) => {
    const words = text.split(' ');
    const parted = [2, 1].flatMap((length) => {
      const state = rule === 'name' && states.get(words.slice(0, length).join(' '));
      return state ? [{ state, rest: words.slice(length) }] : [];
    })[0];
    if (!parted || parted.rest.length === 0) return [];
    const rest = parted.rest.join(' ');
    const ofState = alias(`${parted.state.label} ${rest}`, 'name');
    return parted.rest.length > 1 ? [ofState, alias(rest, 'short')] : [ofState];
  });
}

/** Entities with the names too that they have beside their state's, or once a report has named them in full. */
export function withShortNames(entities: Entity[]): Entity[] {
  const states = statesByPrefix(entities);
  return entities.map((entity) => {
    const more = entity.type === 'person' ? surnameOf(entity) : isBody(entity) ? bodyNames(entity, states) : [];
    const known = new Set(entity.aliases.map(({ text }) => text));
    const fresh = more.filter(({ text }) => !known.has(text) && known.add(text));
    return fresh.length > 0 ? { ...entity, aliases: [...entity.aliases, ...fresh] } : entity;
  });
}
