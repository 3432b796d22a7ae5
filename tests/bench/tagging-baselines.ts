import nlp from 'compromise';
import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold, words } from '#lib/entities/words.ts';
import type { Predicted } from './tagging-score.ts';

type Baseline = (text: string) => Predicted;

type Names = Map<string, { facet: EntityFacet; id: string }[]>;

const keyOf = (text: string) =>
  words(text)
    .map(({ key }) => key)
    .join(' ');

/** All names and adjectives of the register's actors and regions. */
function namesOf(register: Register): Names {
  const names: Names = new Map();
  for (const { facet, id, aliases } of [...register.all('actor'), ...register.all('region')])
    for (const { text } of aliases.filter(({ rule }) => rule !== 'metonym')) {
      const key = keyOf(text);
      names.set(key, [...(names.get(key) ?? []), { facet, id }]);
    }
  return names;
}

/** A topic whose label has a word of the text. */
function topicsByLabel(register: Register): (text: string) => string[] {
  const labels = register.all('topic').map(({ id, label }) => ({
    id,
    words: words(label).flatMap(({ key }) => (key.length > 3 ? key : [])),
  }));
  return (text) => {
    const folded = new Set(words(text).map(({ text: word }) => fold(word)));
    return labels.filter((label) => label.words.some((word) => folded.has(word))).map(({ id }) => id);
  };
}

function predicted(found: { facet: EntityFacet; id: string }[], topics: string[]): Predicted {
  const of = (facet: EntityFacet) => [...new Set(found.filter((one) => one.facet === facet).map(({ id }) => id))];
  return { actors: of('actor'), regions: of('region'), topics };
}

/** The people, places and organisations that compromise finds, looked up in the register; a state it finds is a place too. */
export function compromiseBaseline(register: Register): Baseline {
  const names = namesOf(register);
  const topicsOf = topicsByLabel(register);
  return (text) => {
    const doc = nlp(text);
    const found: string[] = [doc.people(), doc.places(), doc.organizations()].flatMap((view) => view.out('array'));
    const ids = found.flatMap((name) => names.get(keyOf(name.replace(/^the /i, ''))) ?? []);
    return predicted(ids, topicsOf(text));
  };
}

const LONGEST = 8;

/** Every name of the register in the text, the longest at each word, by no other rule. */
export function lookUpBaseline(register: Register): Baseline {
  const names = namesOf(register);
  const topicsOf = topicsByLabel(register);
  return (text) => {
    const keys = words(text).map(({ key }) => key);
    const ids: { facet: EntityFacet; id: string }[] = [];
    for (let first = 0; first < keys.length; ) {
      let length = Math.min(LONGEST, keys.length - first);
      while (length > 1 && !names.has(keys.slice(first, first + length).join(' '))) length--;
      ids.push(...(names.get(keys.slice(first, first + length).join(' ')) ?? []));
      first += length;
    }
    return predicted(ids, topicsOf(text));
  };
}
