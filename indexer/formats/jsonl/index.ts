import type { Outcome } from '#indexer/outcome.ts';
import { sizeLimit, withoutBroken } from '../decode.ts';
import { decodedText } from '../decode-stream.ts';
import type { Format } from '../format.ts';
import { type Fields, itemsOf, type Row } from '../records.ts';
import type { Source, Start } from '../source.ts';
import { textOf } from '../text-format.ts';
import { linesOf } from './lines.ts';
import { isNamedJson, isWhole, looksLikeJson } from './shape.ts';

type Place = Pick<Row, 'name' | 'size'>;

function failure(source: string, reason: string, remedy: string): Outcome<never> {
  return { ok: false, source, reason, remedy };
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowOf(value: unknown, place: Place): Outcome<Row> {
  if (isFields(value)) return { ok: true, value: { ...place, fields: value } };
  return failure(place.name, 'not a JSON object', 'write each report as {"title": ..., "text": ...}');
}

function rowOfLine(line: string, place: Place): Outcome<Row> {
  const text = withoutBroken(line);
  if (text === null) return failure(place.name, 'not in the encoding of the file', 'save the file as UTF-8');
  const json = parsed(text);
  return json ? rowOf(json.value, place) : failure(place.name, 'not valid JSON', 'correct the line, or leave it out');
}

async function* rowsOfLines(source: Source): AsyncIterable<Outcome<Row>> {
  for await (const { number, text } of linesOf(decodedText(source), sizeLimit)) {
    const name = `${source.name}:${number}`;
    if (text === null) yield failure(name, 'a line of more than 20 MB', 'split the report, or leave it out');
    else if (text.trim()) yield rowOfLine(text, { name, size: text.length });
  }
}

async function* rowsOfWhole(source: Source): AsyncIterable<Outcome<Row>> {
  const text = await textOf(source);
  const json = text.ok ? parsed(text.value) : null;
  if (!text.ok) yield { ...text, remedy: source.size > sizeLimit ? 'write it as JSONL, a report a line' : text.remedy };
  else if (!json) yield failure(source.name, 'not valid JSON', 'correct it, or write a report a line as JSONL');
  else if (!Array.isArray(json.value)) yield rowOf(json.value, { name: source.name, size: 0 });
  else if (json.value.length === 0)
    yield failure(source.name, 'an empty list', 'give a file with reports, or leave it out');
  else
    for (const [at, value] of json.value.entries())
      yield rowOf(value, { name: `${source.name}#item-${at + 1}`, size: 0 });
}

function matches({ path, text }: Start): boolean {
  if (text === null || text.trim() === '') return false;
  return looksLikeJson(text) || (isNamedJson(path) && !/^\s*</.test(text));
}

/** A report a line, each a JSON object; or one JSON list or object. */
export const jsonl: Format = {
  id: 'jsonl',
  label: 'JSONL',
  endings: ['.jsonl', '.ndjson', '.json'],
  matches,
  read: (source) => itemsOf(isWhole(source.start) ? rowsOfWhole(source) : rowsOfLines(source), source, 'field'),
};
