import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Found } from '#indexer/discover/files.ts';
import type { Meilisearch } from '#lib/archive/client.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import { sha256 } from '#lib/report/ids.ts';

/** A file as it is now. */
type Facts = Pick<InputDocument, 'size' | 'modified' | 'changed' | 'hash'>;

/** A file that the archive does not have as it is now. */
export interface Change {
  found: Found;
  facts: Facts;
  /** What the archive has of it. */
  known: InputDocument | null;
}

export function inputId(file: string): string {
  return sha256(file).slice(0, 32);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** Documents of the inputs that the archive has, by id. */
export async function knownInputs(
  client: Meilisearch,
  index: string,
  ids: string[],
): Promise<Map<string, InputDocument>> {
  if (ids.length === 0) return new Map();
  const { results } = await client.index<InputDocument>(index).getDocuments({ ids, limit: ids.length });
  return new Map(results.map((one) => [one.id, one]));
}

type State =
  | { is: 'unchanged'; known: InputDocument }
  /** Its times are others, its content is not. */
  | { is: 'touched'; known: InputDocument; change: Change }
  | { is: 'changed'; change: Change };

/** Was a file read as it is to be read now? */
function isCurrent(known: InputDocument, found: Found, stamp: string): boolean {
  const { url, mapping = {}, charset = null, refused = null } = found;
  const isAlike = known.url === url && known.charset === charset && isDeepStrictEqual(known.mapping, mapping);
  return known.done && known.stamp === stamp && isAlike && known.refused?.reason === refused?.reason;
}

/** What is to be done with a file, by its size and times, and by its content where these changed. Null where it is gone. */
export async function changeOf(found: Found, known: InputDocument | null, stamp: string): Promise<State | null> {
  const info = await stat(found.file).catch(() => null);
  if (!info) return null;
  // Whole milliseconds: the engine gives fractions back with other last digits.
  const times = { size: info.size, modified: Math.floor(info.mtimeMs), changed: Math.floor(info.ctimeMs) };
  const current = known && isCurrent(known, found, stamp) ? known : null;
  if (current && (['size', 'modified', 'changed'] as const).every((key) => current[key] === times[key]))
    return { is: 'unchanged', known: current };
  const hash = await hashOf(found.file).catch(() => '');
  const change = { found, known, facts: { ...times, hash } };
  return current && hash !== '' && current.hash === hash
    ? { is: 'touched', known: current, change }
    : { is: 'changed', change };
}

function foldersOf(file: string): string[] {
  const folder = dirname(file);
  return folder === file ? [] : [folder, ...foldersOf(folder)];
}

/** An input's document, to be written when all that it gave is. */
export function inputDocument(
  { found, facts }: Change,
  rest: Pick<InputDocument, 'stamp' | 'readAt' | 'reports' | 'problems' | 'failed' | 'gone'>,
): InputDocument {
  const { file, path, url, mapping = {}, charset = null, refused = null } = found;
  const { stamp, readAt, reports, problems, failed, gone } = rest;
  return {
    ...{ id: inputId(file), file, path, url, mapping, charset, refused, folders: foldersOf(file) },
    ...{ ...facts, done: true, stamp, readAt, reports, problems, failed, gone },
  };
}
