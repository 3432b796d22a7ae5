import { earliestFirst } from '#indexer/duplicates/order.ts';
import { statesAnyOf } from '#indexer/duplicates/statements.ts';
import type { Copy, Documents, FindingDocument, ReportDocument } from '#lib/archive/documents.ts';

/** Facets under which the first of a group is found by the values of all. */
const SHARED = ['source'] as const;

function copyOf({ id, title, url, source, publishedAt }: ReportDocument): Copy {
  return { id, title, url, source, publishedAt };
}

/** A document's facets with the values of those that say the same. */
function withFacets<T extends Pick<FindingDocument, 'facets' | 'source' | 'also'>>(document: T, also: Copy[]): T {
  const ids = [document.source, ...also.map(({ source }) => source)].map(({ id }) => id);
  const shared = Object.fromEntries(SHARED.map((facet) => [facet, [...new Set(ids)]]));
  return { ...document, also, facets: { ...document.facets, ...shared } };
}

function firstFindings(first: Documents, others: Documents[], group: string): FindingDocument[] {
  const stating = others.map(({ report, findings }) => ({
    copy: copyOf(report),
    states: statesAnyOf(findings.map(({ text }) => text)),
  }));
  return first.findings.map((finding) => {
    const also = stating.flatMap(({ copy, states }) => (states(finding.text) ? [copy] : []));
    return { ...withFacets(finding, also), copy: false, group };
  });
}

/**
 * The documents of one group: the earliest report stands for all, and carries what tells of the others; each of the
 * others, and each of its findings that the first has too, is marked as a copy.
 */
export function grouped(members: Documents[]): Documents[] {
  const [earliest] = earliestFirst(members.map(({ report }) => report));
  const id = earliest?.id ?? null;
  const group = members[0]?.report.group ?? '';
  const first = members.find(({ report }) => report.id === id);
  const others = members.filter((one) => one !== first);
  if (!first) return members;
  const also = others.map(({ report }) => copyOf(report));
  const isRepeated = statesAnyOf(first.findings.map(({ text }) => text));
  return [
    {
      report: { ...withFacets(first.report, also), copy: false, copyOf: null, group },
      findings: firstFindings(first, others, group),
    },
    ...others.map(({ report, findings }) => ({
      report: { ...withFacets(report, []), copy: true, copyOf: id, group },
      findings: findings.map((finding) => ({
        ...withFacets(finding, []),
        group,
        copy: isRepeated(finding.text),
      })),
    })),
  ];
}
