import type { Entity } from '#lib/entities/entity.ts';
import { fold, type Word } from '#lib/entities/words.ts';
import type { Span, Tag } from '#lib/report/finding.ts';
import { fits, type Pattern, patternOf } from './patterns.ts';

/** Weights that sum to this make a topic. */
const ENOUGH = 2;
/** A phrase of less is a hint: it counts only with the others of its sentence. */
const DECIDES = 2;
const MOST_TOPICS = 3;
/** A topic of less than this part of the weightiest's is only touched upon. */
const SHARE = 0.25;
/** … but one of so much is always spoken of. */
const MOST_ASKED = 3;
const SHORTEST_PREFIX = 2;
const CYRILLIC = 0x400;
const NONE: Pattern[] = [];
const MOST_KNOWN = 50_000;
const SENTENCE_END = /[.!?;]["”’)\]]*\s/;

function byLengthOfFirst(one: Pattern, other: Pattern): number {
  return (one.parts[0]?.text.length ?? 0) - (other.parts[0]?.text.length ?? 0);
}

function grouped(patterns: Pattern[], keyOf: (first: string) => string): Map<string, Pattern[]> {
  const groups = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const key = keyOf(pattern.parts[0]?.text ?? '');
    const group = groups.get(key);
    if (group) group.push(pattern);
    else groups.set(key, [pattern]);
  }
  return groups;
}

interface Score {
  decided: number;
  /** The hints of each sentence. */
  hints: number[];
  best: number;
  alias: string;
  spans: Span[];
}

export type TopicTagger = (textWords: Word[], text: string) => Tag[];

/** The sentence in which each word stands. */
function sentencesOf(textWords: Word[], text: string): number[] {
  let sentence = 0;
  let before = 0;
  return textWords.map(({ span: [start, end] }) => {
    // Most words have but a space between them.
    if (before > 0 && start - before > 1 && SENTENCE_END.test(text.slice(before, start))) sentence++;
    before = end;
    return sentence;
  });
}

function totalOf({ decided, hints }: Score): number {
  return decided + hints.reduce((most, hint) => Math.max(most, hint ?? 0), 0);
}

function add(scores: Map<string, Score>, { topic, text, weight }: Pattern, span: Span, sentence: number): void {
  const score = scores.get(topic.id) ?? { decided: 0, hints: [], best: 0, alias: text, spans: [] };
  if (Math.abs(weight) >= DECIDES) score.decided += weight;
  else score.hints[sentence] = (score.hints[sentence] ?? 0) + weight;
  if (weight > 0) score.spans.push(span);
  if (weight > score.best) Object.assign(score, { best: weight, alias: text });
  scores.set(topic.id, score);
}

function ranked(scores: Map<string, Score>): Tag[] {
  const totals = [...scores]
    .map(([id, score]) => ({ id, score, total: totalOf(score) }))
    .sort((a, b) => b.total - a.total);
  const enough = Math.max(ENOUGH, Math.min(MOST_ASKED, (totals[0]?.total ?? 0) * SHARE));
  return totals
    .filter(({ total }) => total >= enough)
    .slice(0, MOST_TOPICS)
    .map(({ id, score: { alias, spans } }) => ({ id, alias, rule: 'phrases', spans }));
}

/** A word as patterns are compared: keys of Cyrillic words lack the ending that a pattern may have. */
function foldedOf({ key, text }: Word): string {
  return key.charCodeAt(0) < CYRILLIC ? key : fold(text.replace(/['’]s$/, ''));
}

/** The patterns that a word begins; each word is looked up once. */
function startingWith(patterns: Pattern[]): (word: string) => Pattern[] {
  const exact = grouped(
    patterns.filter(({ parts }) => !parts[0]?.prefix),
    (first) => first,
  );
  // Shortest prefix first: of patterns that weigh the same, the first is named.
  const byPrefix = grouped(patterns.filter(({ parts }) => parts[0]?.prefix).sort(byLengthOfFirst), (first) =>
    first.slice(0, SHORTEST_PREFIX),
  );
  const known = new Map<string, Pattern[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const begun = byPrefix.get(word.slice(0, SHORTEST_PREFIX)) ?? [];
    const starting = [
      ...(exact.get(word) ?? []),
      ...begun.filter(({ parts }) => parts[0] && word.startsWith(parts[0].text)),
    ];
    // An archive has more words than are worth remembering.
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, starting.length > 0 ? starting : NONE);
    return starting;
  };
}

/** The topics whose phrases weigh enough in a text, heaviest first, at most three. */
export function createTopicTagger(topics: Entity[]): TopicTagger {
  const starting = startingWith(
    topics.flatMap((topic) => Object.entries(topic.phrases).map(([text, weight]) => patternOf(topic, text, weight))),
  );
  return (textWords, text) => {
    const folded = textWords.map(foldedOf);
    const sentences = sentencesOf(textWords, text);
    const seen = new Set<Pattern>();
    const scores = new Map<string, Score>();
    for (const [first, word] of folded.entries())
      for (const pattern of starting(word)) {
        if (seen.has(pattern)) continue;
        const last = fits(pattern, folded, first);
        if (last === null) continue;
        seen.add(pattern);
        const span: Span = [textWords[first]?.span[0] ?? 0, textWords[last]?.span[1] ?? 0];
        add(scores, pattern, span, sentences[first] ?? 0);
      }
    return ranked(scores);
  };
}
