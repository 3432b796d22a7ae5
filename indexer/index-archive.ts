import type { Meilisearch } from '#lib/archive/client.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Sources } from '#lib/report/sources.ts';
import { discover } from './discover/files.ts';
import { ensureIndexes } from './load/indexes.ts';
import { createLoader, type Loaded } from './load/loader.ts';
import type { Outcome } from './outcome.ts';
import { readReports } from './read-report.ts';
import { createTagger, tagReport } from './tagging/tagger.ts';

type Failure = Extract<Outcome<never>, { ok: false }>;

export interface Indexed extends Loaded {
  problems: Failure[];
}

interface Options {
  client: Meilisearch;
  register: Register;
  sources: Sources;
  /** Told of each input that could not be read, at once. */
  onProblem?: (problem: Failure) => void;
}

/**
 * Files and folders into the archive: discover -> read -> tag -> load. What cannot be read is told and left out.
 * @throws LoadError when the engine could not do a write.
 */
export async function indexArchive(
  paths: string[],
  { client, register, sources, onProblem }: Options,
): Promise<Indexed> {
  const problems: Failure[] = [];
  const fail = (problem: Failure) => {
    problems.push(problem);
    onProblem?.(problem);
  };
  await ensureIndexes(client);
  const loader = createLoader(client, register);
  const tagger = createTagger(register);
  const archivedAt = new Date().toISOString();
  const readFrom = new Map<string, string>();
  for await (const file of discover(paths)) {
    if (!file.ok) {
      fail(file);
      continue;
    }
    for await (const read of readReports(file.value, { archivedAt, sources })) {
      const twin = read.ok ? readFrom.get(read.value.id) : undefined;
      if (!read.ok) fail(read);
      else if (twin) fail(sameAddress(file.value.name, twin));
      else {
        readFrom.set(read.value.id, file.value.name);
        await loader.add(tagReport(read.value, tagger));
      }
    }
  }
  return { ...(await loader.finish()), problems };
}

function sameAddress(source: string, twin: string): Failure {
  return {
    ok: false,
    source,
    reason: `has the same address, or the same path below the folder indexed, as ${twin}, which is in`,
    remedy: 'remove one of the two, or correct its address',
  };
}
