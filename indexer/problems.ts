import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Meilisearch } from '#lib/archive/client.ts';
import type { InputDocument, Problem } from '#lib/archive/records.ts';
import { existingIndexes } from './load/indexes.ts';
import { pages } from './load/pages.ts';
import { current } from './load/target.ts';

/** What could not be read of a file, and when that was tried: an ISO instant. */
export interface Quarantined extends Problem {
  file: string;
  tried: string;
}

const FIELDS = ['file', 'readAt', 'problems', 'failed'] as const;

function quarantined({ file, readAt: tried, problems, failed }: Pick<InputDocument, (typeof FIELDS)[number]>) {
  const more = failed - problems.length;
  const rest = { source: file, reason: `${more} more of its reports could not be read`, remedy: 'see to those first' };
  return [...problems, ...(more > 0 ? [rest] : [])].map((problem) => ({ file, ...problem, tried }));
}

/** All that the archive was given and could not read, what was tried last first. */
export async function problemsOf(client: Meilisearch): Promise<Quarantined[]> {
  if (!(await existingIndexes(client)).has(current.inputs)) return [];
  const found: Quarantined[] = [];
  for await (const page of pages<InputDocument>(client, current.inputs, { filter: 'failed > 0', fields: [...FIELDS] }))
    found.push(...page.flatMap(quarantined));
  return found.sort((a, b) => b.tried.localeCompare(a.tried) || a.file.localeCompare(b.file));
}

/** Writes the same to `problems.json` in the data folder: whoever reads it meets the old list or the new one. */
export async function writeProblems(client: Meilisearch, dataFolder: string): Promise<void> {
  const file = join(dataFolder, 'problems.json');
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify(await problemsOf(client), null, 2)}\n`);
  renameSync(draft, file);
}
