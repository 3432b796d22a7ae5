import type { InputDocument } from '#lib/archive/records.ts';
import type { Found } from './discover/files.ts';
import { type Change, changeOf, inputDocument, inputId, knownInputs } from './load/inputs.ts';
import { settleInputs } from './load/settle-inputs.ts';
import type { Outcome } from './outcome.ts';
import type { Run } from './run.ts';

/** Files whose documents are asked for at once. */
const AT_ONCE = 200;

async function* batches(files: AsyncIterable<Outcome<Found>>, run: Run): AsyncIterable<Found[]> {
  let batch: Found[] = [];
  for await (const file of files) {
    if (run.signal?.aborted) return;
    run.tally.files += 1;
    if (file.ok) batch.push(file.value);
    else {
      run.tally.passed += 1;
      run.fail(file);
    }
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What stays as it was: its problems are told again. */
function noteUnchanged({ reports, problems, failed }: InputDocument, { tally, listener }: Run): void {
  tally.passed += 1;
  tally.unchanged += reports.length;
  tally.problems += failed;
  for (const problem of problems) listener.onProblem?.(problem);
}

/** What the archive has of files; a rebuild goes by the earlier archive what it has not read yet. */
async function known(files: Found[], { client, target, origin }: Run): Promise<Map<string, InputDocument>> {
  const ids = files.map(({ file }) => inputId(file));
  const earlier = origin ? await knownInputs(client, origin.inputs, ids) : new Map<string, InputDocument>();
  const undone = [...earlier].map(([id, input]) => [id, { ...input, done: false }] as const);
  return new Map([...undone, ...(await knownInputs(client, target.inputs, ids))]);
}

/** The files that are to be read: those that the archive has as they are now are counted, and passed over. */
export async function* screen(files: AsyncIterable<Outcome<Found>>, run: Run): AsyncIterable<Change> {
  for await (const batch of batches(files, run)) {
    const inputs = await known(batch, run);
    const touched: InputDocument[] = [];
    for (const found of batch) {
      const state = await changeOf(found, inputs.get(inputId(found.file)) ?? null, run.stamp);
      if (state === null) {
        run.tally.passed += 1;
        run.fail({ source: found.name, reason: 'is not there any more', remedy: 'index the folder again' });
      } else if (state.is === 'changed') yield state.change;
      else {
        noteUnchanged(state.known, run);
        if (state.is === 'touched') touched.push(inputDocument(state.change, state.known));
      }
    }
    await settleInputs(run, touched);
  }
}
