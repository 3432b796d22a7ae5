import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Outcome } from '#indexer/outcome.ts';
import { type Field, fieldNames, isField } from './fields.ts';

/** Which column or field of theirs holds what: our name -> theirs (`labels.province` for a field within a field). */
export type Mapping = Readonly<Partial<Record<Field, string>>>;

/** End of the name of a mapping's file: `reports.csv.map.yaml` belongs to `reports.csv` beside it. */
export const mappingEnding = '.map.yaml';

const known = Object.keys(fieldNames).join(', ');

const Mapping = z.partialRecord(z.enum(Object.keys(fieldNames).filter(isField)), z.string().trim().min(1));

function mappingOf(value: unknown, name: string): Outcome<Mapping> {
  const failure = (reason: string, remedy: string) => ({ ok: false, source: name, reason, remedy }) as const;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failure(
      'no mapping: no names with columns',
      `write a line for each, as "title: Headline"; names are ${known}`,
    );
  const strange = Object.keys(value).filter((key) => !isField(key));
  if (strange.length > 0) return failure(`unknown name in the mapping: ${strange.join(', ')}`, `use one of ${known}`);
  const mapping = Mapping.safeParse(value);
  if (mapping.success) return { ok: true, value: mapping.data };
  const names = mapping.error.issues.map(({ path }) => path.join('.')).join(', ');
  return failure(
    `the mapping of ${names} is no column's name`,
    'write the name of the column, in quotes if it is a number',
  );
}

/** A mapping from YAML (`title: Headline`, a line for each). `name` is for messages. */
export function parseMapping(text: string, name: string): Outcome<Mapping> {
  try {
    return mappingOf(parse(text), name);
  } catch {
    return { ok: false, source: name, reason: 'not valid YAML', remedy: 'write lines such as "title: Headline"' };
  }
}

/** The mapping in a file. */
export async function readMapping(file: string, name = file): Promise<Outcome<Mapping>> {
  try {
    return parseMapping(await readFile(file, 'utf8'), name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const remedy = 'check that it is there and may be read';
    return { ok: false, source: name, reason: `cannot be read (${code})`, remedy };
  }
}

/** The mapping that pairs such as `title=Headline` state. */
export function mappingOfPairs(pairs: readonly string[]): Outcome<Mapping> {
  const parts = pairs.map((pair) => /^([^=]+)=(.+)$/s.exec(pair));
  const wrong = pairs.find((_, at) => !parts[at]);
  if (wrong === undefined)
    return mappingOf(Object.fromEntries(parts.map((part) => [part?.[1]?.trim(), part?.[2]])), 'mapping');
  return {
    ok: false,
    source: 'mapping',
    reason: `"${wrong}" is no pair`,
    remedy: `write name=column, as title=Headline; names are ${known}`,
  };
}
