import type { Meilisearch } from '#lib/archive/client.ts';
import type { Register } from '#lib/entities/register.ts';
import { words } from '#lib/entities/words.ts';
import type { Baseline } from './counts.ts';
import { entityFacets } from './insight.ts';
import { emptyQuery, type Query } from './query.ts';
import { textsOf } from './request.ts';
import { type Spellings, spellingsOf } from './spelling.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** So many texts are read for their words. */
export const SAMPLE = 300;

/** The text of a document as `textsOf` asks for it. */
export function textOf(document: object): string {
  const { text = '', summary = '' } = document as { text?: string; summary?: string };
  return text || summary;
}

async function readVocabulary(client: Meilisearch, type: Query['type']): Promise<Vocabulary> {
  const both = (['newest', 'oldest'] as const).map((sort) => textsOf({ ...emptyQuery(), type, sort }, '', SAMPLE));
  const { results } = await client.multiSearch({ queries: both });
  return vocabularyOf([...new Map(results.flatMap(({ hits }) => hits.map((hit) => [hit.id, textOf(hit)]))).values()]);
}

const vocabularies = new WeakMap<Baseline, Promise<Vocabulary>>();

/** The words of a sample of the archive, its newest texts and its oldest; read once for each time that the archive is counted. */
export function archiveVocabulary(baseline: Baseline, client: Meilisearch, type: Query['type']): Promise<Vocabulary> {
  const read = vocabularies.get(baseline) ?? readVocabulary(client, type);
  vocabularies.set(baseline, read);
  read.catch(() => vocabularies.delete(baseline));
  return read;
}

const spellings = new WeakMap<Baseline, Spellings>();

/**
 * Words that the archive has: those of the names of all that it tells of, and those of a sample of its texts; put together once
 * for each time that the archive is counted.
 */
export function knownWords(baseline: Baseline, vocabulary: Vocabulary, register: Register): Spellings {
  const before = spellings.get(baseline);
  if (before) return before;
  const known = new Map([...vocabulary.words.values()].map(({ word, count }) => [word, count]));
  for (const { id: facet, entities } of entityFacets)
    for (const [id, count] of Object.entries(baseline.facets[facet]))
      for (const { text } of register.get(entities, id)?.aliases ?? [])
        for (const { text: word } of words(text)) known.set(word, Math.max(count, known.get(word) ?? 0));
  const made = spellingsOf(Array.from(known, ([word, count]) => ({ word, count })));
  spellings.set(baseline, made);
  return made;
}
