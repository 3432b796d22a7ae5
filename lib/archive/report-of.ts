import type { Declared, Report } from '#lib/report/report.ts';
import { wholeBody } from './body-parts.ts';
import type { Documents, Held } from './documents.ts';

const NONE: Declared = { actor: [], region: [], topic: [] };

/** The report that documents were made of: `documentsOf(reportOf(documents))` are those documents, but for their group. */
export function reportOf({ report, findings }: Documents): Report {
  const { id, title, summary, source, originator, url, lang, date, dateBasis, publishedAt, archivedAt, hash } = report;
  return {
    ...{ id, title, summary, source, originator, url, lang, date, dateBasis, publishedAt, archivedAt, hash },
    body: wholeBody({ body: report.body, rest: report.rest ?? {} }),
    references: report.references ?? [],
    declared: report.declared ?? NONE,
    stated: report.stated ?? NONE,
    findings: findings
      .toSorted((a, b) => a.ordinal - b.ordinal)
      .map(({ id, ordinal, kind, text, section, tags }) => ({
        ...{ id, ordinal, kind, text, section },
        ...{ actors: tags.actor, regions: tags.region, topics: tags.topic },
        mentions: [],
      })),
  };
}

/** What the archive added to it. */
export function heldOf({ report }: Documents): Omit<Held, 'sketch'> {
  const { inputs = [], from = '', modified = 0, revisedAt = null, revisions = 0 } = report;
  return { inputs, from, modified, revisedAt, revisions };
}
