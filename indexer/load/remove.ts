import type { ReportDocument } from '#lib/archive/documents.ts';
import { leaveGroups } from './groups.ts';
import { list } from './known.ts';
import { done } from './tasks.ts';
import type { Writing } from './write.ts';

/** Ids of one request: they go into its address. */
const AT_ONCE = 500;

async function removeSome(writing: Writing, ids: string[]): Promise<void> {
  const { client, target } = writing;
  const reports = client.index<ReportDocument>(target.reports);
  const { results } = await reports.getDocuments({ ids, fields: ['id', 'group', 'also'], limit: ids.length });
  await leaveGroups(writing, results);
  const filter = `report.id IN ${list(ids)}`;
  await done(client.index(target.findings).deleteDocuments({ filter }), 'findings of reports that are gone');
  await done(reports.deleteDocuments(ids), 'reports that are gone');
}

/** Takes reports out of the archive with all that they say, themselves last, so that none is left half there. */
export async function removeReports(writing: Writing, ids: string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) await removeSome(writing, ids.slice(from, from + AT_ONCE));
}
