import type { ReportDocument } from '#lib/archive/documents.ts';
import { isGrouped, wholeGroups } from './groups.ts';
import { list } from './known.ts';
import { done } from './tasks.ts';
import { namesOf, sendAll, type Writing } from './write.ts';

/** Takes reports out of the archive with all that they say; done when this resolves. */
export async function removeReports(writing: Writing, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { client, target } = writing;
  const reports = client.index<ReportDocument>(target.reports);
  const { results } = await reports.getDocuments({ ids, fields: ['id', 'group', 'also'], limit: ids.length });
  await done(reports.deleteDocuments(ids), 'reports that are gone');
  const filter = `report.id IN ${list(ids)}`;
  await done(client.index(target.findings).deleteDocuments({ filter }), 'findings of reports that are gone');
  const groups = results.filter(isGrouped).map(({ group }) => group);
  const rest = await wholeGroups(writing, [], [...new Set(groups)]);
  for (const task of await sendAll(writing, rest)) await done(task, namesOf(rest));
}
