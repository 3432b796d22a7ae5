import type { Matcher } from '#lib/entities/matcher.ts';
import { words } from '#lib/entities/words.ts';
import type { Span } from '#lib/report/finding.ts';
import { type Candidate, Candidates, type Example } from './candidates.ts';
import { capitalisedNames } from './names-cyrillic.ts';
import { englishNames, type NameAt } from './names-english.ts';

/** A name that is in no register; `count` is of the findings' texts. */
export interface Suggestion {
  name: string;
  looks: 'person' | 'group' | 'place' | 'name';
  count: number;
  examples: Example[];
}

export interface Suggester {
  add: (finding: string, text: string) => void;
  /** The most frequent first. */
  suggestions: (limit: number) => Suggestion[];
}

/** Of a text with more letters of other scripts, no part of speech is known. */
function isLatin(text: string): boolean {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= (text.match(/\p{L}/gu)?.length ?? 0);
}

/** Of more capitals than this among its words, a text is a heading, whose capitals say nothing. */
const HEADING = 0.6;

function isHeading(text: string): boolean {
  const long = words(text).filter((word) => /^\p{L}{4,}/u.test(word.text));
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word.text)).length;
  return !/[.!?]["”»)]?$/u.test(text.trim()) && capitals > long.length * HEADING;
}

/**
 * What of a name the register does not know: it without the known names at its ends. One word beside a known name is no
 * name, but belongs to that: "Sukhi Yaly River".
 */
function unknownPart(text: string, { span, begins }: NameAt, known: Span[]): NameAt | null {
  const all = words(text.slice(...span));
  const free = all
    .map((word): Span => [span[0] + word.span[0], span[0] + word.span[1]])
    .filter(([start, end]) => !known.some(([from, to]) => start < to && end > from));
  const [first, last] = [free[0], free.at(-1)];
  if (!first || !last || (free.length === 1 && all.length > 1)) return null;
  return { span: [first[0], last[1]], begins: begins && first[0] === span[0] };
}

function looksLike({ looks }: Candidate): Suggestion['looks'] {
  const { person, group, place } = looks;
  const most = Math.max(person, group, place);
  if (most === 0) return 'name';
  return most === group ? 'group' : most === person ? 'person' : 'place';
}

/** Counts of a surname go to the full name that ends with it, where most of those that do are one. */
function withSurnames(candidates: Candidate[]): Candidate[] {
  const byLast = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const keys = one.key.split(' ');
    if (keys.length > 1) byLast.set(keys.at(-1) ?? '', [...(byLast.get(keys.at(-1) ?? '') ?? []), one]);
  }
  return candidates.flatMap((one) => {
    const [full, ...more] = (byLast.get(one.key) ?? []).toSorted((a, b) => b.count - a.count);
    const others = more.reduce((sum, { count }) => sum + count, 0);
    if (one.key.includes(' ') || !full || others >= full.count) return [one];
    full.count += one.count;
    return [];
  });
}

/** Finds, over many texts, the names that look like actors or places and that `match`, the register's matcher, does not know. */
export function createSuggester(match: Matcher): Suggester {
  const candidates = new Candidates();
  return {
    add: (finding, text) => {
      if (isHeading(text)) return;
      candidates.addWords(text);
      const known = match(text, { anyCase: true }).map(({ span }) => span);
      const names = isLatin(text) ? englishNames(text) : capitalisedNames(text);
      for (const name of names) {
        const part = unknownPart(text, name, known);
        if (part) candidates.add(finding, text, part);
      }
    },
    suggestions: (limit) =>
      withSurnames(candidates.names())
        .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
        .slice(0, limit)
        .map((one) => ({ name: one.name, looks: looksLike(one), count: one.count, examples: one.examples })),
  };
}
