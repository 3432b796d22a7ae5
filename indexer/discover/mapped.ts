import { csv } from '#indexer/formats/csv/index.ts';
import { jsonl } from '#indexer/formats/jsonl/index.ts';
import type { Mapping } from '#indexer/formats/mapping.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { discover, type Found } from './files.ts';

/** Names of files that have columns or fields to map. */
const endings = [...csv.endings, ...jsonl.endings];

/** The files below `paths`; of tables and JSON, `mapping` says which column holds what, before what lies beside them. */
export async function* discoverMapped(paths: string[], mapping: Mapping): AsyncIterable<Outcome<Found>> {
  const isStated = Object.keys(mapping).length > 0;
  for await (const found of discover(paths)) {
    const isTable = found.ok && endings.some((ending) => found.value.name.toLowerCase().endsWith(ending));
    yield isStated && isTable
      ? { ok: true, value: { ...found.value, mapping: { ...found.value.mapping, ...mapping } } }
      : found;
  }
}
