import { applyOverrides } from '#indexer/curation/apply.ts';
import { replaceFile } from '#indexer/curation/edit.ts';
import { type Pending, pendingOverrides } from '#indexer/curation/pending.ts';
import { type FindingChange, linesOf, previewChange, unknownFindings } from '#indexer/curation/preview.ts';
import { withEngine } from '#indexer/engine/with-engine.ts';
import { existingIndexes } from '#indexer/load/indexes.ts';
import { current } from '#indexer/load/target.ts';
import { harmless, print, printJson, tellNotice, tellProblem } from '#indexer/print.ts';
import type { Output } from '#indexer/progress/reporter.ts';
import { isOutdated } from '#indexer/rebuild.ts';
import { openRun } from '#indexer/run.ts';
import { readerStamp } from '#indexer/stamp.ts';
import { openPool } from '#indexer/workers/pool.ts';
import { archiveClient, type Meilisearch } from '#lib/archive/client.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { appliedFile } from '#lib/entities/overrides-file.ts';
import { env } from '#lib/env.ts';
import { writeArchive } from './write-archive.ts';

const NOTHING = 'nothing waits: overrides.yaml is as it was applied';
const OUTDATED =
  'another version of the indexer made the archive: apply rebuilds it, and this shows what that version changes too';
const TEXT = 200;

function tellUnknown(ids: string[]): void {
  for (const id of ids)
    tellProblem({
      ...{ source: id, reason: 'an override names this finding, and the archive has none of this id' },
      remedy: 'take the id from the address of the finding, or undo the override',
    });
}

function tellChange(change: FindingChange): void {
  const { id, report, text } = change;
  print(`${id}  “${harmless(report)}”`);
  print(`  ${harmless(text.length > TEXT ? `${text.slice(0, TEXT)}…` : text)}`);
  const lines = linesOf(change);
  for (const line of lines) print(`  ${line}`);
  if (lines.length === 0) print('  tags as they are; a search by name or by a wider region finds it otherwise');
}

async function previewIn(client: Meilisearch, { applied, to }: Pick<Pending, 'applied' | 'to'>, json: boolean) {
  const there = (await existingIndexes(client)).has(current.reports);
  const seen = { findings: 0, reports: 0 };
  const outdated = there && (applied === null || (await isOutdated({ client, stamp: readerStamp(applied) })));
  if (outdated && !json) tellNotice(OUTDATED);
  const changes = there ? previewChange(client, to, seen) : [];
  for await (const change of changes) {
    seen.findings += 1;
    if (json) printJson({ event: 'finding', ...change });
    else tellChange(change);
  }
  const unknown = there ? await unknownFindings(client, to) : [];
  if (json) printJson({ event: 'summary', ...seen, outdated, unknown });
  else {
    tellUnknown(unknown);
    print(`${seen.findings} findings of ${seen.reports} reports would be tagged otherwise`);
  }
  return unknown.length > 0 ? 1 : 0;
}

/** `sitrep entities preview`: the findings that the overrides which wait would touch. Nothing is written. */
export async function previewCommand({ json = false }: { json?: boolean }): Promise<number> {
  const dataFolder = env.dataFolder();
  const { isPending, applied, to } = pendingOverrides(loadRegister(), dataFolder);
  if (!isPending) {
    if (json) printJson({ event: 'summary', findings: 0, reports: 0, outdated: false, unknown: [] });
    else print(NOTHING);
    return 0;
  }
  return withEngine(dataFolder, ({ host, masterKey }) =>
    previewIn(archiveClient(host, masterKey), { applied, to }, json),
  );
}

/** `sitrep entities apply`: brings in the overrides that wait; searches meet the archive as it was, or as it is then. */
export async function applyCommand(output: Output): Promise<number> {
  const dataFolder = env.dataFolder();
  const { isPending, applied, to, draft } = pendingOverrides(loadRegister(), dataFolder);
  if (!isPending) {
    if (output.json) printJson({ event: 'notice', text: NOTHING });
    else print(NOTHING);
    return 0;
  }
  let unknown: string[] = [];
  const code = await writeArchive({
    ...{ output, register: to },
    summary: ({ changed, added, unchanged, findings }) =>
      `applied ${draft.overrides.length} overrides: ${findings} findings of ${changed + added} reports tagged anew, ${unchanged} reports as they were`,
    run: async (options) => {
      const run = openRun(options);
      const pool = await openPool(run);
      try {
        await applyOverrides(run, applied === null ? null : readerStamp(applied), pool);
      } finally {
        await pool.close();
      }
      replaceFile(appliedFile(dataFolder), draft.text);
      unknown = (await existingIndexes(run.client)).has(current.findings) ? await unknownFindings(run.client, to) : [];
    },
  });
  tellUnknown(unknown);
  return unknown.length > 0 ? 1 : code;
}
