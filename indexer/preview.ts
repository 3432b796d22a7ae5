import type { Meilisearch } from '#lib/archive/client.ts';
import type { InputDocument, Problem } from '#lib/archive/records.ts';
import type { Report } from '#lib/report/report.ts';
import type { Found } from './discover/files.ts';
import { arrivalsOf } from './load/batch.ts';
import { type Arrival, identifyBatch, type Waiting } from './load/identify-batch.ts';
import { existingIndexes } from './load/indexes.ts';
import { type Change, changeOf, inputId, knownInputs } from './load/inputs.ts';
import { openInput } from './load/open-inputs.ts';
import { current } from './load/target.ts';
import type { Outcome } from './outcome.ts';
import { inOrder } from './workers/in-order.ts';
import type { Pool } from './workers/pool.ts';
import type { Tagged } from './workers/read-chunks.ts';

/** What a run would make of an input, or of one of its reports. */
export type Preview =
  | { is: 'problem'; problem: Problem }
  /** A file that the archive has as it is. */
  | { is: 'file'; file: string; known: InputDocument }
  | { is: 'report'; file: string; state: 'new' | 'changed' | 'unchanged'; key: string | null; report: Report };

interface Archive {
  client: Meilisearch;
  pool: Pool;
  stamp: string;
}

type Step = { change: Change } | { preview: Preview };
type Identify = (batch: Waiting[]) => Promise<Arrival[]>;

async function stepOf(found: Outcome<Found>, { client, stamp }: Archive, there: boolean): Promise<Step> {
  if (!found.ok) return { preview: { is: 'problem', problem: found } };
  const { file, name } = found.value;
  const ids = there ? [inputId(file)] : [];
  const [known = null] = (await knownInputs(client, current.inputs, ids)).values();
  const state = await changeOf(found.value, known, stamp);
  if (state?.is === 'changed') return { change: state.change };
  if (state) return { preview: { is: 'file', file: name, known: state.known } };
  return {
    preview: { is: 'problem', problem: { source: name, reason: 'is not there any more', remedy: 'try again' } },
  };
}

async function* steps(files: AsyncIterable<Outcome<Found>>, archive: Archive, there: boolean): AsyncIterable<Step> {
  for await (const found of files) yield await stepOf(found, archive, there);
}

async function* nothing(): AsyncIterable<never> {}

/** Tells of each report what it would be; `seen` are the texts that earlier files gave, by id. */
async function* reportsOf(
  change: Change,
  chunk: Outcome<Tagged>[],
  identify: Identify,
  seen: Map<string, string>,
): AsyncIterable<Preview> {
  const input = openInput(change);
  let rest = chunk.flatMap((read) => (read.ok ? [{ input, read: read.value }] : []));
  while (rest.length > 0) {
    const arrivals = await identify(rest);
    for (const { before, read } of arrivals) {
      const { key, report } = read;
      const earlier = seen.get(report.id) ?? before?.hash;
      seen.set(report.id, report.hash);
      const state = earlier === undefined ? 'new' : earlier === report.hash ? 'unchanged' : 'changed';
      yield { is: 'report', file: change.found.name, state, key, report };
    }
    rest = rest.slice(arrivals.length);
  }
}

/** What a run over `files` would make of them, in their order. Nothing is written. */
export async function* previews(files: AsyncIterable<Outcome<Found>>, archive: Archive): AsyncIterable<Preview> {
  const { client, pool } = archive;
  const there = (await existingIndexes(client)).has(current.inputs);
  const none = { byId: () => undefined, byText: () => undefined };
  const identify: Identify = async (batch) =>
    there ? arrivalsOf(batch, { client, target: current }, { reports: () => [] }) : identifyBatch(batch, none);
  const seen = new Map<string, string>();
  const begun = inOrder(steps(files, archive, there), pool.threads * 2, (step) =>
    'change' in step ? pool.read(step.change.found) : nothing(),
  );
  for await (const { input: step, pieces } of begun) {
    if ('preview' in step) yield step.preview;
    else
      for await (const chunk of pieces) {
        for (const read of chunk) if (!read.ok) yield { is: 'problem', problem: read };
        yield* reportsOf(step.change, chunk, identify, seen);
      }
  }
}
