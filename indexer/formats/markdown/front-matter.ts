import { parse } from 'yaml';
import { foldSpaces } from '../clean.ts';
import { bareName, written } from '../fields.ts';

const FENCE = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** The fields above a Markdown text, names bare (`publishedat`), and the text below. */
export interface FrontMatter {
  fields: Map<string, string>;
  body: string;
}

/** What a broken block still says, line by line: `title: Front: the day's events` is no YAML, but plain enough. */
function lineByLine(text: string): Record<string, unknown> {
  const pairs = text.split('\n').flatMap((line) => {
    const [, name, value] = /^([\p{L}_-]+)\s*:\s*(\S.*)$/u.exec(line) ?? [];
    return name && value ? [[name, value.replace(/^(["'])(.*)\1$/, '$2')]] : [];
  });
  return Object.fromEntries(pairs);
}

function valuesOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return lineByLine(text);
  }
}

export function readFrontMatter(text: string): FrontMatter {
  const match = FENCE.exec(text);
  if (!match) return { fields: new Map(), body: text };
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(valuesOf(match[1] ?? ''))) {
    const text = foldSpaces(written(value));
    if (text) fields.set(bareName(name), text);
  }
  return { fields, body: text.slice(match[0].length) };
}

/** Does the text begin with fields between fences? */
export function hasFrontMatter(text: string): boolean {
  return /^[\p{L}_-]+\s*:/mu.test(FENCE.exec(text)?.[1] ?? '');
}
