import { eld } from 'eld/small';

/** Fewer letters than this tell no language apart. */
const LEAST_LETTERS = 40;
/** Characters by which a text's language is known. */
const SAMPLE = 4000;
const CYRILLIC = new Set(['be', 'bg', 'kk', 'ky', 'mk', 'mn', 'ru', 'sr', 'tg', 'uk']);

function detected(text: string): string {
  const { language } = eld.detect(text);
  return /^[a-z]{2}$/.test(language) ? language : 'und';
}

/** The language of a body, ISO 639-1 or `und`: as the document states, unless its letters belie that. */
export function languageOf(body: string, stated: string | null): string {
  const sample = body.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const cyrillic = (sample.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) > letters / 2;
  const code = stated === 'ua' ? 'uk' : stated;
  // Templates say `lang="en"` over pages in Ukrainian.
  if (code && (letters < LEAST_LETTERS || CYRILLIC.has(code) === cyrillic)) return code;
  return letters < LEAST_LETTERS ? 'und' : detected(sample);
}
