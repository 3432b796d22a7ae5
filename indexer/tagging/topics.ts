import type { Entity } from '#lib/entities/entity.ts';
import { fold, type Word } from '#lib/entities/words.ts';
import type { Span, Tag } from '#lib/report/finding.ts';

/** Weights that sum to this make a topic. */
const ENOUGH = 2;
const MOST_TOPICS = 3;
const SHORTEST_PREFIX = 2;

interface Pattern {
  topic: Entity;
  text: string;
  weight: number;
  parts: { text: string; prefix: boolean }[];
}

function patternOf(topic: Entity, text: string, weight: number): Pattern {
  const parts = text
    .split(/[\s-]+/)
    .map((part) => ({ text: fold(part.replace(/\*$/, '')), prefix: part.endsWith('*') }));
  return { topic, text, weight, parts };
}

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

function fits({ parts }: Pattern, folded: string[], first: number): boolean {
  let word = first;
  for (const { text, prefix } of parts) {
    const written = folded[word++];
    if (!written?.startsWith(text) || (!prefix && written !== text)) return false;
  }
  return true;
}

interface Score {
  total: number;
  best: number;
  alias: string;
  spans: Span[];
}

export type TopicTagger = (textWords: Word[]) => Tag[];

/** The topics whose phrases weigh enough in a text, heaviest first, at most three. */
export function createTopicTagger(topics: Entity[]): TopicTagger {
  const patterns = topics.flatMap((topic) =>
    Object.entries(topic.phrases).map(([text, weight]) => patternOf(topic, text, weight)),
  );
  const exact = grouped(
    patterns.filter(({ parts }) => !parts[0]?.prefix),
    (first) => first,
  );
  // Shortest prefix first: of patterns that weigh the same, the first is named.
  const byPrefix = grouped(patterns.filter(({ parts }) => parts[0]?.prefix).sort(byLengthOfFirst), (first) =>
    first.slice(0, SHORTEST_PREFIX),
  );

  const starting = (word: string) => {
    const whole = exact.get(word);
    const begun = byPrefix.get(word.slice(0, SHORTEST_PREFIX));
    return whole && begun ? [...whole, ...begun] : (whole ?? begun ?? []);
  };

  return (textWords) => {
    const folded = textWords.map(({ text }) => fold(text.replace(/['’]s$/, '')));
    const seen = new Set<Pattern>();
    const scores = new Map<string, Score>();
    for (const [first, word] of folded.entries())
      for (const pattern of starting(word)) {
        if (!fits(pattern, folded, first) || seen.has(pattern)) continue;
        seen.add(pattern);
        const span: Span = [textWords[first]?.span[0] ?? 0, textWords[first + pattern.parts.length - 1]?.span[1] ?? 0];
        add(scores, pattern, span);
      }
    const ranked = [...scores].filter(([, { total }]) => total >= ENOUGH).sort(([, a], [, b]) => b.total - a.total);
    return ranked.slice(0, MOST_TOPICS).map(([id, { alias, spans }]) => ({ id, alias, rule: 'phrases', spans }));
  };
}

function add(scores: Map<string, Score>, { topic, text, weight }: Pattern, span: Span): void {
  const score = scores.get(topic.id) ?? { total: 0, best: 0, alias: text, spans: [] };
  score.total += weight;
  score.spans.push(span);
  if (weight > score.best) Object.assign(score, { best: weight, alias: text });
  scores.set(topic.id, score);
}
