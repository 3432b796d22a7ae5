import type { Start } from '../source.ts';

const OBJECT = /^\s*\{\s*(?:"(?:[^"\\\n]|\\.)*"\s*:|\})/;
const LIST = /^\s*\[\s*(?:\{\s*["}]|\])/;
const LINE_NAME = /\.(?:jsonl|ndjson)$/i;

/** Does the text start as a JSON object does, or as a list of them? */
export function looksLikeJson(text: string): boolean {
  return OBJECT.test(text) || LIST.test(text);
}

function isObject(line: string): boolean {
  if (!line.startsWith('{"')) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/** Is the file one piece of JSON, a list or an object over many lines, rather than an object a line? */
export function isWhole({ path, text }: Start): boolean {
  if (text === null) return false;
  if (LIST.test(text)) return true;
  const lines = text.trim().split('\n');
  return !LINE_NAME.test(path) && lines.length > 1 && !lines.some(isObject);
}

export function isNamedJson(path: string): boolean {
  return /\.json$/i.test(path) || LINE_NAME.test(path);
}
