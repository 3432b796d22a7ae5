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

function byFirstWord(patterns: Pattern[]): Map<string, Pattern[]> {
  const groups = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const word = pattern.parts[0]?.text ?? '';
    groups.set(word, [...(groups.get(word) ?? []), pattern]);
  }
  return groups;
}

function fits(pattern: Pattern, folded: string[], first: number): boolean {
  return pattern.parts.every(({ text, prefix }, index) => {
    const word = folded[first + index] ?? '';
    return prefix ? word.startsWith(text) : word === text;
  });
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
  const exact = byFirstWord(patterns.filter(({ parts }) => !parts[0]?.prefix));
  const byPrefix = byFirstWord(patterns.filter(({ parts }) => parts[0]?.prefix));

  function* starting(word: string): Generator<Pattern> {
    yield* exact.get(word) ?? [];
    for (let end = SHORTEST_PREFIX; end <= word.length; end++) yield* byPrefix.get(word.slice(0, end)) ?? [];
  }

  return (textWords) => {
    const folded = textWords.map(({ text }) => fold(text.replace(/['’]s$/, '')));
    const seen = new Set<Pattern>();
    const scores = new Map<string, Score>();
    for (const [first, word] of folded.entries())
      for (const pattern of starting(word)) {
        if (seen.has(pattern) || !fits(pattern, folded, first)) continue;
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
