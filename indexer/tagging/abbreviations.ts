import type { Entity } from '#lib/entities/entity.ts';
import type { Match } from '#lib/entities/matcher.ts';
import { fold } from '#lib/entities/words.ts';
import type { Reading } from './place-names.ts';

/** What a text says that an abbreviation is short for: an entity, or a name that is in no register. */
export type Abbreviations = Map<string, Entity | { unknown: string }>;

const IN_BRACKETS = /^(?:['’]s?)?\s\((?:the\s)?(\p{Lu}[\p{L}\d-]{1,9})[)\],;]/u;
const INTRODUCED = /((?:\p{Lu}[\p{L}'’-]+\s+(?:(?:of|for|the|and|in|on|to)\s+)*){2,8})\((\p{Lu}{2,8})\)/gu;

const initials = (name: string) => (name.match(/\p{Lu}/gu) ?? []).join('');

/** "Popular Mobilization Forces (PMF)". */
export function abbreviationsIn({ text, matches }: Reading): Abbreviations {
  const found: Abbreviations = new Map();
  if (!text.includes('(')) return found;
  for (const [, name = '', short = ''] of text.matchAll(INTRODUCED))
    if (initials(name).endsWith(short)) found.set(short, { unknown: name });
  for (const { entity, span } of matches) {
    if (entity.facet !== 'actor' || entity.type === 'state' || entity.type === 'person') continue;
    const short = IN_BRACKETS.exec(text.slice(span[1], span[1] + 20))?.[1];
    if (short && /^\p{Lu}[\p{Lu}\d-]*s?$/u.test(short)) found.set(short, entity);
  }
  return found;
}

/** Have two names a word in common, so that one may be another wording of the other? */
function sharesWord(entity: Entity, name: string): boolean {
  const words = new Set(fold(name).match(/\p{L}{4,}/gu));
  return entity.aliases.some(({ text }) =>
    fold(text)
      .match(/\p{L}{4,}/gu)
      ?.some((word) => words.has(word)),
  );
}

/** Does an abbreviation stand for something else here than in the register? */
export function isOther({ entity, written }: Match, abbreviations: Abbreviations): boolean {
  const meaning = abbreviations.get(written);
  if (!meaning) return false;
  return 'unknown' in meaning ? !sharesWord(entity, meaning.unknown) : meaning.id !== entity.id;
}

/** Matches of the abbreviations that the register does not have. */
export function abbreviated({ textWords, matches }: Reading, abbreviations: Abbreviations): Match[] {
  if (abbreviations.size === 0) return [];
  const taken = new Set(matches.map(({ first }) => first));
  return textWords.flatMap(({ text: word, span }, index) => {
    const written = word.replace(/['’]s$/, '');
    const entity = abbreviations.get(written);
    if (!entity || 'unknown' in entity || taken.has(index)) return [];
    const alias = { text: written, rule: 'abbreviation' as const, cased: true };
    return [{ entity, alias, written, span, first: index, last: index }];
  });
}
