import 'server-only';
import { searchClient } from '#lib/archive/client.ts';
import type { FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { createMatcher } from '#lib/entities/matcher.ts';
import { env } from '#lib/env.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { type Archive, search } from '#lib/search/search.ts';

let archive: Archive | undefined;

/** The archive that this process serves, opened at the first request. */
function openArchive(): Archive {
  if (archive) return archive;
  const register = loadRegister();
  const client = searchClient(env.meiliUrl() ?? 'http://127.0.0.1:7700', env.meiliSearchKey() ?? '');
  archive = {
    client,
    register,
    matcher: createMatcher([...register.all('actor'), ...register.all('region')]),
    sources: new Map(loadSources().all.map(({ id, name }) => [id, name])),
  };
  return archive;
}

export function register(): Archive['register'] {
  return openArchive().register;
}

/** @throws when the engine does not answer: see `isEngineDown`. */
export function searchArchive(query: Query): Promise<Result> {
  return search(query, openArchive());
}

export interface WholeReport {
  report: ReportDocument;
  findings: FindingDocument[];
}

/** Most findings of a report that its page shows. */
export const MOST_FINDINGS = 5000;

/** A report with its findings in order, or null where there is none of this id. */
export async function readWholeReport(id: string): Promise<WholeReport | null> {
  const { client } = openArchive();
  const [reports, findings] = await Promise.all([
    client.index<ReportDocument>('reports').search('', { filter: [`id = ${JSON.stringify(id)}`], limit: 1 }),
    client.index<FindingDocument>('findings').search('', {
      ...{ filter: [`report.id = ${JSON.stringify(id)}`], sort: ['ordinal:asc'] },
      ...{ page: 1, hitsPerPage: MOST_FINDINGS },
    }),
  ]);
  const report = reports.hits[0];
  return report ? { report, findings: findings.hits } : null;
}
