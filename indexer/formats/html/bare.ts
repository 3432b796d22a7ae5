import { blockOf } from '../clean.ts';
import type { Block } from '../format.ts';

export function withoutScripts(text: string): string {
  return text.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ');
}

/** The text between tags, for what the parser could not take (nesting thousands deep). */
export function bareBlocks(text: string): Block[] {
  const inner = withoutScripts(text).replace(/<[^<>]*>/g, '\n');
  return inner.split('\n').flatMap((line) => blockOf('paragraph', line));
}
