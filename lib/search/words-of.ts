import type { Matcher } from '#lib/entities/matcher.ts';
import { type Named, nameTerms } from './names.ts';
import type { Query } from './query.ts';
import { parseTerms } from './terms.ts';

/** The words of a query as the engine is to read them. */
export function wordsOf({ q, exact }: Query, matcher: Matcher): Named {
  return nameTerms(parseTerms(q).used, exact, matcher);
}
