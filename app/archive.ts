import 'server-only';
import { statSync } from 'node:fs';
import { searchClient } from '#lib/archive/client.ts';
import type { FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { createMatcher } from '#lib/entities/matcher.ts';
import { appliedFile, curateBy, readOverridesFile } from '#lib/entities/overrides-file.ts';
import { env } from '#lib/env.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import { createBaseline } from '#lib/search/baseline.ts';
import type { NamedValues, ValuesWithin } from '#lib/search/facet-values.ts';
import { createFigures } from '#lib/search/figures.ts';
import type { Insight } from '#lib/search/insight.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { type Archive, search, searchFacet, searchWithin, suggest } from '#lib/search/search.ts';
import { searchInsight } from '#lib/search/search-insight.ts';
import type { Suggestions } from '#lib/search/suggest.ts';
import { type Surroundings, surroundingsOf } from '#lib/search/surroundings.ts';

/** How often the overrides that were applied are looked at, at most. */
const LOOK_MS = 1000;

/** What stays as it is as long as this process serves. */
const opened = once(() => ({
  client: searchClient(env.meiliUrl() ?? 'http://127.0.0.1:7700', env.meiliSearchKey() ?? ''),
  register: loadRegister(),
  sources: new Map(loadSources().all.map(({ id, name }) => [id, name])),
}));

let archive: Archive | undefined;
let seen = { at: 0, changed: -1 };

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** When the overrides were last applied, in milliseconds; 0 where none ever were. */
function overridesChanged(): number {
  return statSync(/* turbopackIgnore: true */ appliedFile(env.dataFolder()), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The archive that this process serves, opened at the first request, with the overrides that are applied to it now. */
function openArchive(): Archive {
  if (archive && Date.now() - seen.at < LOOK_MS) return archive;
  const changed = overridesChanged();
  if (!archive || changed !== seen.changed) archive = withOverrides(archive);
  seen = { at: Date.now(), changed };
  return archive;
}

/** @throws OverridesFileError where there is nothing from before to go on with. */
function withOverrides(before: Archive | undefined): Archive {
  const { register: plain, ...rest } = opened();
  try {
    const register = curateBy(plain, readOverridesFile(appliedFile(env.dataFolder())));
    const matcher = createMatcher([...register.all('actor'), ...register.all('region')]);
    return { ...rest, register, matcher, figures: createFigures(rest.client), baseline: createBaseline(rest.client) };
  } catch (error) {
    if (!before) throw error;
    console.error(error);
    return before;
  }
}

export function register(): Archive['register'] {
  return openArchive().register;
}

/** @throws when the engine does not answer: see `isEngineDown`. */
export function searchArchive(query: Query): Promise<Result> {
  return search(query, openArchive());
}

/** What stands out in a search. @throws when the engine does not answer: see `isEngineDown`. */
export function readInsight(query: Query): Promise<Insight> {
  return searchInsight(query, openArchive());
}

/** The values of a facet by any of their names. @throws when the engine does not answer: see `isEngineDown`. */
export function searchFacetValues(id: FacetId, name: string, query: Query): Promise<NamedValues> {
  return searchFacet(id, name, query, openArchive());
}

/** The values that lie directly in one of a tree. @throws when the engine does not answer: see `isEngineDown`. */
export function searchValuesWithin(id: FacetId, within: string, query: Query): Promise<ValuesWithin> {
  return searchWithin(id, within, query, openArchive());
}

/** Where a finding stands in its report. @throws when the engine does not answer: see `isEngineDown`. */
export function findSurroundings(id: string): Promise<Surroundings | null> {
  return surroundingsOf(id, openArchive().client);
}

/** What the archive has by a name. @throws when the engine does not answer: see `isEngineDown`. */
export function suggestNames(name: string): Promise<Suggestions> {
  return suggest(name, openArchive());
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
