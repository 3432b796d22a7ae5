const NAME = String.raw`\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|da|del|van|von|al|el|bin|der|di)\s+)?\p{Lu}[\p{L}'’.-]*){1,3}`;
const AND = String.raw`(?:\s*,\s*(?:(?:and|with|та|і|и)\s+)?|\s+(?:and|with|та|і|и|&)\s+)`;
const NAMES = new RegExp(`^(?:(?:authors?|by|автори?|авторы?)\\s*:?\\s+)?${NAME}(?:${AND}${NAME})+[.,]?$`, 'iu');
const CASED_NAMES = new RegExp(
  `^(?:(?:[Aa]uthors?|[Bb]y|BY|Автори?|Авторы?)\\s*:?\\s+)?${NAME}(?:${AND}${NAME})+[.,]?$`,
  'u',
);
const BY = /^(?:by|written by|reported by|edited by|posted by|автор|текст|author)\s*:?\s+(?:the\s+)?\p{Lu}/iu;

/** One name with a middle initial: a place has none. */
const NAME_ALONE = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)+ \p{Lu}[\p{L}'’-]+$/u;

const MOST_WORDS = 40;
const LONGEST = 400;

/** Is the line nothing but who wrote the report: "By Jane Doe", "Jane Doe, John Roe, and Ann Poe"? */
export function isByline(text: string): boolean {
  if (text.length > LONGEST || text.split(' ').length > MOST_WORDS || /[!?]$/.test(text)) return false;
  if (NAMES.test(text) && CASED_NAMES.test(text)) return true;
  return BY.test(text) && /^\p{Lu}/u.test(text) && text.split(' ').length <= 12 && !/[.!?]$/.test(text);
}

/** At a report's head, is the line the name of its one author: "Jane B. Doe"? */
export function isAuthor(text: string): boolean {
  return NAME_ALONE.test(text);
}
