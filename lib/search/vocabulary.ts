import { words } from '#lib/entities/words.ts';

/** In how many texts the words of a language stand, by what is compared of each. */
export interface Vocabulary {
  texts: number;
  words: ReadonlyMap<string, WordCount>;
}

interface WordCount {
  /** As it is written most. */
  word: string;
  count: number;
}

const SHORTEST = 4;

/** "drones" and "drone" are counted as one. */
function keyOf(key: string): string {
  return /^[a-z]{4,}[^s]s$/.test(key) ? key.slice(0, -1) : key;
}

/** The keys of a text's words. */
export function vocabularyKeys(text: string): string[] {
  return words(text).map(({ key }) => keyOf(key));
}

/** The words of some texts, numbers and short ones left out. */
export function vocabularyOf(texts: string[]): Vocabulary {
  const forms = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const { text: word, key: whole } of words(text)) {
      const key = keyOf(whole);
      if (seen.has(key) || word.length < SHORTEST || /\p{N}/u.test(word)) continue;
      seen.add(key);
      const written = forms.get(key) ?? new Map<string, number>();
      const form = word.toLowerCase().replace(/['’]s$/, '');
      forms.set(key, written.set(form, (written.get(form) ?? 0) + 1));
    }
  }
  const counted = Array.from(forms, ([key, written]) => {
    const ranked = [...written].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    const count = ranked.reduce((sum, [, times]) => sum + times, 0);
    return [key, { word: ranked[0]?.[0] ?? key, count }] as const;
  });
  return { texts: texts.length, words: new Map(counted) };
}
