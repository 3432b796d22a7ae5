import type { Entity } from '#lib/entities/entity.ts';
import { american, fold } from '#lib/entities/words.ts';

/** How many words `..` may stand for. */
const GAP = 5;

interface Part {
  text: string;
  /** Does it stand for all words that begin so? */
  prefix: boolean;
  /** May words stand before it that are of no account? */
  gap: boolean;
}

/** A weighted phrase of a topic. */
export interface Pattern {
  topic: Entity;
  text: string;
  weight: number;
  parts: Part[];
}

export function patternOf(topic: Entity, text: string, weight: number): Pattern {
  const written = text.split(/[\s-]+/);
  const parts = written.flatMap((part, index) =>
    part === '..'
      ? []
      : { text: american(fold(part.replace(/\*$/, ''))), prefix: part.endsWith('*'), gap: written[index - 1] === '..' },
  );
  return { topic, text, weight, parts };
}

function isWritten({ text, prefix }: Part, word: string | undefined): boolean {
  return word !== undefined && (prefix ? word.startsWith(text) : word === text);
}

/** The index of the last word of a pattern that begins at a word, or null. */
export function fits({ parts }: Pattern, folded: string[], first: number): number | null {
  let at = first - 1;
  for (const part of parts) {
    const furthest = at + 1 + (part.gap ? GAP : 0);
    do at++;
    while (at < furthest && !isWritten(part, folded[at]));
    if (!isWritten(part, folded[at])) return null;
  }
  return at;
}
