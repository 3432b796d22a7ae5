import type { Span } from '#lib/report/finding.ts';

/** Past this many words the engine does not look at a query. */
export const MOST_TERMS = 10;

export interface Term {
  /** As the engine is to read it: a word, or a phrase in quotes. */
  text: string;
  words: string[];
  negated: boolean;
  phrase: boolean;
  /** Where it stands in the query, with its sign and quotation marks. */
  span: Span;
}

const PIECE = /(?<minus>(?<![^\s])-)?(?:"(?<phrase>[^"]*)(?<close>"|$)|(?<word>[^\s"]+))/gu;

export interface Terms {
  used: Term[];
  /** Words past the tenth, which the engine would drop in silence. */
  ignored: string[];
  /** The words with the quotation mark that is missing, which is read as standing at the end; null where none is. */
  repaired: string | null;
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ.-]*/gu)?.map((word) => word.replace(/[.-]+$/, '')) ?? [];
}

function textOf(words: string[], phrase: boolean): string {
  return phrase ? `"${words.join(' ')}"` : words.join(' ');
}

function read(q: string): { terms: Term[]; unbalanced: boolean } {
  const terms: Term[] = [];
  let unbalanced = false;
  // Phones and pages write quotation marks of their own.
  for (const { 0: written, index, groups = {} } of q.replace(/[“”„«»]/g, '"').matchAll(PIECE)) {
    const phrase = groups.phrase !== undefined;
    const words = wordsIn(groups.phrase ?? groups.word ?? '');
    if (phrase && groups.close !== '"') unbalanced = true;
    if (words.length === 0) continue;
    const span: Span = [index, index + written.length];
    terms.push({ text: textOf(words, phrase), words, negated: groups.minus !== undefined, phrase, span });
  }
  return { terms, unbalanced };
}

/** The words, phrases and exclusions of a query, cut to what the engine takes into account. */
export function parseTerms(q: string): Terms {
  const { terms, unbalanced } = read(q);
  const used: Term[] = [];
  const ignored: string[] = [];
  let count = 0;
  for (const term of terms) {
    const room = term.negated ? term.words.length : MOST_TERMS - count;
    const words = term.words.slice(0, Math.max(0, room));
    ignored.push(...term.words.slice(words.length));
    if (!term.negated) count += words.length;
    if (words.length > 0) used.push({ ...term, words, text: textOf(words, term.phrase) });
  }
  return { used, ignored, repaired: unbalanced ? `${q.trimEnd()}"` : null };
}
