import { readFileSync } from 'node:fs';
import { createPlaces } from '#indexer/tagging/places.ts';
import { siteCountry } from '#indexer/tagging/site-country.ts';
import { createTagger, matcherOf, readingOf } from '#indexer/tagging/tagger.ts';
import type { Entity } from '#lib/entities/entity.ts';
import { loadRegister } from '#lib/entities/load.ts';
import type { Register } from '#lib/entities/register.ts';
import { fold } from '#lib/entities/words.ts';
import type { Tag } from '#lib/report/finding.ts';
import { sharedFile } from '#tests/shared.ts';

interface Article {
  id: string;
  url: string;
  text: string;
  labels: { toponyms: { begin: number; end: number; phrase: string; country: string | null }[] };
}

const SHOWN = 15;
const SENTENCE = /[^.!?\n]*(?:[.!?](?=\S)[^.!?\n]*|\b\p{Lu}\p{Ll}{0,4}\.[ ][^.!?\n]*)*[.!?\n]*\s*/gu;

/** Names of the country that a tag lies in, folded; a state is its country. */
function countriesOf({ id }: Tag, register: Register): string[] {
  const chain = [id, ...register.ancestors('region', id)];
  const country = chain.map((one) => register.get('region', one)).find((one): one is Entity => one?.type === 'country');
  return country?.aliases.map(({ text }) => fold(text)) ?? [];
}

/** The countries of places in local news against those of the toponyms marked by hand, sentence by sentence as the archive tags. */
export async function benchLgl(print: (line: string) => void): Promise<void> {
  const file = sharedFile('corpora/toponyms-lgl.jsonl');
  if (!file) return;
  const register = loadRegister();
  const match = matcherOf(register);
  const tag = createTagger(register, match);
  const places = createPlaces(register);
  const counts = { marked: 0, tagged: 0, right: 0 };
  const errors: string[] = [];
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { id, url, text, labels }: Article = JSON.parse(line);
    const parts = Array.from(text.matchAll(SENTENCE), ({ 0: part, index }) => ({
      index,
      reading: readingOf(part, match),
    }));
    const [country] = match(siteCountry(url), { anyCase: true }).filter(({ entity }) => entity.type === 'country');
    const evidence = places.evidenceOf(
      parts.map(({ reading }) => reading),
      country?.entity.id,
    );
    const found = parts.flatMap(({ index, reading }) => {
      const { actors, regions } = tag(reading, evidence);
      const states = actors.filter(({ id: state }) => register.get('actor', state)?.type === 'state');
      return [...regions, ...states].flatMap((one) =>
        one.spans.map(([a, b]) => ({ one, begin: a + index, end: b + index })),
      );
    });
    for (const toponym of labels.toponyms.filter(({ country: marked }) => marked)) {
      counts.marked++;
      const over = found.filter(({ begin, end }) => begin < toponym.end && toponym.begin < end);
      if (over.length > 0) counts.tagged++;
      if (over.some(({ one }) => countriesOf(one, register).includes(fold(toponym.country ?? '')))) counts.right++;
      else
        errors.push(
          `lgl ${id}: ${toponym.phrase} in ${toponym.country}, tagged ${over.map(({ one }) => one.id).join(', ') || 'nothing'}`,
        );
    }
  }
  for (const error of errors.slice(0, SHOWN)) print(error);
  const accuracy = (counts.right / counts.tagged).toFixed(3);
  const recall = (counts.tagged / counts.marked).toFixed(3);
  print(`countries of lgl             accuracy ${accuracy} of the places tagged, which are ${recall} of those marked`);
}
