import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { ReportDocument } from '#lib/archive/documents.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import { list } from './load/known.ts';
import { pages } from './load/pages.ts';
import { removeReports } from './load/remove.ts';
import { done } from './load/tasks.ts';
import type { Run } from './run.ts';

type Kept = Pick<InputDocument, 'id' | 'file' | 'gone'>;

/** Is a file gone? One that may not be looked at is not. */
function isGone(file: string): boolean {
  try {
    return !statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR';
  }
}

/** Inputs of a folder whose files are gone, and those that do not give all that they gave. */
async function lessening({ client, target }: Run, folder: string): Promise<{ missing: Kept[]; lessened: Kept[] }> {
  const missing: Kept[] = [];
  const lessened: Kept[] = [];
  const filter = `folders = ${JSON.stringify(folder)}`;
  for await (const page of pages<InputDocument>(client, target.inputs, {
    filter,
    fields: ['id', 'file', 'gone', 'failed'],
  }))
    for (const input of page) {
      if (isGone(input.file)) missing.push(input);
      // What could not be read whole may give them still.
      else if (input.gone.length > 0 && input.failed === 0) lessened.push(input);
    }
  return { missing, lessened };
}

type Held = Pick<ReportDocument, 'id' | 'inputs' | 'from'>;

/** The reports that those inputs gave, each with the inputs that give it still. */
async function reportsOf(
  { client, target }: Run,
  { missing, lessened }: { missing: Kept[]; lessened: Kept[] },
): Promise<(Held & { others: string[] })[]> {
  const fields = ['id' as const, 'inputs' as const, 'from' as const];
  const held = new Map<string, Held>();
  const filters = [
    ...(missing.length > 0 ? [`inputs IN ${list(missing.map(({ id }) => id))}`] : []),
    ...(lessened.length > 0 ? [`id IN ${list(lessened.flatMap(({ gone }) => gone))}`] : []),
  ];
  for (const filter of filters)
    for await (const page of pages<ReportDocument>(client, target.reports, { filter, fields }))
      for (const one of page) held.set(one.id, one);
  const isGone = new Set(missing.map(({ id }) => id));
  const left = new Map(lessened.map(({ id, gone }) => [id, new Set(gone)]));
  return [...held.values()].map((one) => ({
    ...one,
    others: one.inputs.filter((input) => !isGone.has(input) && !left.get(input)?.has(one.id)),
  }));
}

/** Takes notes of inputs that give nothing any more out of the archive, and of what they gave. */
async function forget({ client, target }: Run, missing: string[], lessened: string[]): Promise<void> {
  const inputs = client.index(target.inputs);
  if (missing.length > 0) await done(inputs.deleteDocuments(missing), 'files that are gone');
  if (lessened.length > 0)
    await done(inputs.updateDocuments(lessened.map((id) => ({ id, gone: [] }))), 'files that give less');
}

/**
 * What the archive has of a folder's files that are gone, or that do not give it any more: it is counted, and with
 * `prune` taken out. What another file gives stays, and is that file's.
 */
async function tellMissingIn(folder: string, run: Run, prune: boolean): Promise<void> {
  const { client, target, tally } = run;
  const { missing, lessened } = await lessening(run, folder);
  const reports = await reportsOf(run, { missing, lessened });
  const moved = reports.filter(({ inputs, others }) => others.length > 0 && others.length < inputs.length);
  const lost = reports.filter(({ others }) => others.length === 0);
  const updates = moved.map(({ id, from, others }) => ({
    ...{ id, inputs: others },
    from: others.includes(from) ? from : others[0],
  }));
  if (updates.length > 0) await done(client.index(target.reports).updateDocuments(updates), 'reports that moved');
  if (prune)
    await removeReports(
      run,
      lost.map(({ id }) => id),
    );
  tally[prune ? 'removed' : 'missing'] += lost.length;
  const empty = missing.filter(({ id }) => prune || !lost.some(({ inputs }) => inputs.includes(id)));
  const settled = lessened.filter(({ gone }) => prune || !lost.some(({ id }) => gone.includes(id)));
  await forget(
    run,
    empty.map(({ id }) => id),
    settled.map(({ id }) => id),
  );
}

/** For each folder that was indexed: see `tellMissingIn`. A folder that is not there itself is left alone. */
export async function tellMissing(paths: string[], run: Run, prune: boolean): Promise<void> {
  const whole = [...new Set(paths.map((one) => resolve(one)))];
  for (const path of whole.filter((one) => !whole.some((other) => one.startsWith(`${other}${sep}`))))
    if (existsSync(path) && statSync(path).isDirectory()) await tellMissingIn(path, run, prune);
}
