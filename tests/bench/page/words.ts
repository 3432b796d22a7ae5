import { isDeepStrictEqual } from 'node:util';
import type { Contender } from './contender.ts';
import type { Word } from './measure.ts';

const WORDS = [
  ...['Kursk', 'Zelenskyy', 'refinery', 'Pokrovsk', 'ceasefire', 'Зеленський', 'North Korea', 'gas transit'],
  ...['Kharkiv', 'nuclear', 'missiles', 'prisoners', 'sanctions', 'Odesa', 'Belgorod', 'Damascus', 'Gaza', 'Sudan'],
  ...['Transnistria', 'elections', 'hospital', 'energy', 'bridge', 'Black Sea', 'mobilization', 'airfield', 'Trump'],
];

/** Words whose last letter changes the hit that a contender shows first, so that its coming can be seen. */
export async function wordsFor({ firstHit }: Contender): Promise<Word[]> {
  const found = await Promise.all(
    WORDS.map(async (word) => ({ word, hit: await firstHit(word), before: await firstHit(word.slice(0, -1)) })),
  );
  return found.flatMap(({ word, hit, before }) => (hit && !isDeepStrictEqual(hit, before) ? { word, hit } : []));
}
