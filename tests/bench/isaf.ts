import { readFileSync } from 'node:fs';
import { createTagger } from '#indexer/tagging/tagger.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { fold } from '#lib/entities/words.ts';
import { sharedFile } from '#tests/shared.ts';
import { figures } from './tagging-score.ts';

interface Release {
  id: string;
  text: string;
  labels: { province: string[] };
}

const SHOWN = 15;
/** The headline, which names the events of the whole release, is above the first sentence: the label is of what follows. */
const SENTENCE = /^.{60,}[.”"]\s*$/u;

function bodyOf(text: string): string {
  const lines = text.split(/[\n\u2028]/u);
  const first = lines.findIndex((line) => SENTENCE.test(line));
  return lines.slice(Math.max(first, 0)).join('\n');
}

/** The provinces of the tagged places of press releases from Afghanistan against those marked by hand. */
export async function benchIsaf(print: (line: string) => void): Promise<void> {
  const file = sharedFile('corpora/isaf-press-releases.jsonl');
  if (!file) return;
  const register = loadRegister();
  const tag = createTagger(register);
  const provinces = register
    .all('region')
    .filter(({ parent, type }) => parent === 'afghanistan' && type === 'division');
  const byName = new Map(
    provinces.flatMap(({ id, aliases }) =>
      aliases.map(({ text }) => [fold(text).replace(/ province$/, ''), id] as const),
    ),
  );
  const ids = new Set(provinces.map(({ id }) => id));
  const total = { right: 0, wrong: 0, missed: 0 };
  const errors: string[] = [];
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, text, labels }: Release = JSON.parse(line);
    const wanted = new Set(labels.province.filter(Boolean).map((name) => byName.get(fold(name)) ?? name));
    const { regions } = tag(bodyOf(text));
    const found = new Set(
      regions.flatMap((one) => [one.id, ...register.ancestors('region', one.id)]).filter((one) => ids.has(one)),
    );
    const right = [...wanted].filter((one) => found.has(one));
    total.right += right.length;
    total.missed += wanted.size - right.length;
    total.wrong += found.size - right.length;
    if (right.length < Math.max(wanted.size, found.size))
      errors.push(
        `isaf ${id}: marked ${[...wanted].join(', ')}; tagged ${regions.map((one) => `${one.alias} -> ${one.id}`).join(', ')}`,
      );
  }
  for (const error of errors.slice(0, SHOWN)) print(error);
  print(`provinces of isaf            ${figures(total)}`);
}
