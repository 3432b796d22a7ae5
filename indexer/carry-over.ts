import { type Documents, documentsOf, type ReportDocument } from '#lib/archive/documents.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import { heldOf, reportOf } from '#lib/archive/report-of.ts';
import { sketch } from './duplicates/sketch.ts';
import { groupsFor, wholeGroups } from './load/groups.ts';
import { knownInputs } from './load/inputs.ts';
import { pages } from './load/pages.ts';
import { settleInputs } from './load/settle-inputs.ts';
import { current } from './load/target.ts';
import { done } from './load/tasks.ts';
import { allFindings, namesOf, sendAll } from './load/write.ts';
import type { Run } from './run.ts';
import { createReportTagger, type ReportTagger } from './tagging/tag-report.ts';

/** Those of a page that the new archive has not got. */
async function absent<T extends { id: string }>({ client }: Run, index: string, page: T[]): Promise<T[]> {
  const ids = page.map(({ id }) => id);
  const { results } = await client.index<T>(index).getDocuments({ ids, fields: ['id'], limit: ids.length });
  const there = new Set(results.map(({ id }) => id));
  return page.filter(({ id }) => !there.has(id));
}

async function retagged(report: ReportDocument, { client, register }: Run, tag: ReportTagger): Promise<Documents> {
  const documents = { report, findings: await allFindings(client, current, report.id) };
  const read = tag(reportOf(documents));
  return documentsOf(read, register, { ...heldOf(documents), sketch: sketch(read.body) });
}

async function write(fresh: Documents[], run: Run): Promise<void> {
  const documents = await wholeGroups(run, await groupsFor(run, fresh, []), fresh);
  for (const task of await sendAll(run, documents)) await done(task, namesOf(fresh));
}

/** Inputs whose files were not read: they come first, for their stamp tells who carries reports over. */
async function carryInputs(run: Run): Promise<void> {
  const { client, target, stamp } = run;
  for await (const page of pages<InputDocument>(client, current.inputs)) {
    const known = await knownInputs(
      client,
      target.inputs,
      page.map(({ id }) => id),
    );
    const unread = page.filter(({ id }) => !known.has(id));
    await settleInputs(
      run,
      unread.map((input) => ({ ...input, stamp })),
    );
  }
}

/** Brings into a rebuilt archive what no file gives any more: the inputs, and the reports, tagged anew. */
export async function carryOver(run: Run): Promise<void> {
  const { client, target } = run;
  await carryInputs(run);
  let tag: ReportTagger | undefined;
  for await (const page of pages<ReportDocument>(client, current.reports, { size: 50 })) {
    const fresh: Documents[] = [];
    for (const report of await absent(run, target.reports, page)) {
      tag ??= createReportTagger(run.register);
      fresh.push(await retagged(report, run, tag));
    }
    if (fresh.length > 0) await write(fresh, run);
    run.tally.added += fresh.length;
  }
}
