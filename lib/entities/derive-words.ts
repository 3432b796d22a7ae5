/** Which names of places are words, or names of people, too. */
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { countries, plain } from './derive-common.ts';

const wink = winkNLP(model);
const idOf = (word: string) => Number(wink.readDoc(word).tokens().out(wink.its.uniqueId)[0]);
/** Words that the model does not know have ids from here on. */
const unknown = idOf('qzxwvk');
const people: Record<string, string | string[]> = Object(compromise.model()).one.lexicon;

const PLACE = /City|Place|Region|Country|Demonym/;
const PERSON = /Person|LastName|MaleName|FemaleName|FirstName/;
/** Surnames of the East Slavs, which are the names of villages as well. */
const SURNAME = /(?:enko|chuk|skyi|skyy|sky|skii|[oe]v|yn|in)$/;
const ENGLISH = new Set(['US', 'GB', 'CA', 'AU', 'NZ', 'IE']);

const languages = new Set(countries.flatMap(({ languages: spoken }) => Object.values(spoken)));

/** Is a name that of a language, as "Farsi" is? */
export function isLanguage(name: string): boolean {
  return languages.has(plain(name)) || plain(name) === 'Farsi';
}

/** Is a name also a common word of English: "Reading", "Nice", "Hit"? */
export function isWord(name: string): boolean {
  const word = plain(name).toLowerCase();
  if (/[^a-z]/.test(word)) return false;
  const doc = wink.readDoc(word).tokens();
  const known = Number(doc.out(wink.its.uniqueId)[0]) < unknown;
  return known && doc.out(wink.its.pos)[0] !== 'PROPN' && !PLACE.test(String(people[word] ?? ''));
}

/** Is a name of an English-speaking country known as a person's: "Houston"? */
export function isSurname(name: string, country: string): boolean {
  return ENGLISH.has(country) && PERSON.test(String(people[plain(name).toLowerCase()] ?? ''));
}

/** May a name as well be that of a person: "Jackson", "Lancaster", "Bohdan"? */
export function isPersonal(name: string, country: string): boolean {
  const word = plain(name).toLowerCase();
  if (/[^a-z]/.test(word)) return false;
  return ENGLISH.has(country) || PERSON.test(String(people[word] ?? '')) || (country === 'UA' && SURNAME.test(word));
}
