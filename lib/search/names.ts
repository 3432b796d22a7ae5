import type { Match, Matcher } from '#lib/entities/matcher.ts';
import { foremost } from '#lib/entities/prominence.ts';
import { entityToken } from '#lib/entities/token.ts';
import type { Expansion } from './result.ts';
import type { Term } from './terms.ts';

/** A query's words as the engine is to read them, and the entities that they were taken to name. */
export interface Named {
  q: string;
  expanded: Expansion[];
}

/** The names in a text, by where they stand: those of one entity only, for the engine knows no "or". */
function namesIn(text: string, matcher: Matcher): Match[][] {
  const bySpan = new Map<string, Match[]>();
  for (const match of matcher(text, { anyCase: true })) {
    if (match.alias.rule !== 'name') continue;
    const at = match.span.join();
    bySpan.set(at, [...(bySpan.get(at) ?? []), match]);
  }
  return [...bySpan.values()]
    .map(foremost)
    .filter((matches) => new Set(matches.map(({ entity }) => entity.id)).size === 1);
}

function quoted(token: string): string {
  // A phrase is neither the beginning of a longer word nor misspelt.
  return `"${token}"`;
}

/** Names replaced by what the engine knows their entities by. */
function replaceNames(text: string, names: Match[][]): string {
  let replaced = '';
  let end = 0;
  for (const [match] of names) {
    if (!match) continue;
    replaced += `${text.slice(end, match.span[0])}${quoted(entityToken(match.entity.id))}`;
    end = match.span[1];
  }
  return replaced + text.slice(end);
}

function expansionsOf(names: Match[][]): Expansion[] {
  const expansions = names.flat().map(({ entity, written }) => ({
    term: written.toLowerCase(),
    facet: entity.facet,
    entity: entity.id,
    label: entity.label,
  }));
  return [...new Map(expansions.map((one) => [`${one.facet}:${one.entity}`, one])).values()];
}

/** A word left out that is a name leaves the entity out; any other only the word. */
function negative({ text, words }: Term, matcher: Matcher): string {
  const bare = words.join(' ');
  const [name] = namesIn(bare, matcher);
  const whole = name?.[0]?.span[0] === 0 && name[0].span[1] === bare.length;
  return `-${whole && name[0] ? quoted(entityToken(name[0].entity.id)) : text}`;
}

/** Words outside of phrases are searched by the entities that they name; `exact` searches each as it is written, without a typo. */
export function nameTerms(terms: Term[], exact: boolean, matcher: Matcher): Named {
  const loose = terms.filter(({ negated, phrase }) => !negated && !phrase);
  const phrases = terms.filter(({ negated, phrase }) => !negated && phrase).map(({ text }) => text);
  const without = terms.filter(({ negated }) => negated);
  if (exact) {
    const words = loose.map(({ text }) => quoted(text));
    const not = without.map(({ words: left }) => `-${quoted(left.join(' '))}`);
    return { q: [...words, ...phrases, ...not].join(' '), expanded: [] };
  }
  const text = loose.map(({ words }) => words.join(' ')).join(' ');
  const names = namesIn(text, matcher);
  const not = without.map((term) => negative(term, matcher));
  return {
    q: [replaceNames(text, names), ...phrases, ...not].filter(Boolean).join(' '),
    expanded: expansionsOf(names),
  };
}
