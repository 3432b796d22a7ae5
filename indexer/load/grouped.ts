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

/**
 * The documents of one group, the earliest report first: it gives the group its name, stands for all, and carries what
 * tells of the others. A finding that several have stands once too: with the earliest of them.
 */
export function grouped(members: Documents[]): Documents[] {
  const byId = new Map(members.map((one) => [one.report.id, one]));
  const ordered = earliestFirst(members.map(({ report }) => report)).flatMap(({ id }) => byId.get(id) ?? []);
  const says = ordered.map(({ findings }) => statesAnyOf(findings.map(({ text }) => text)));
  const group = ordered[0]?.report.id ?? '';
  return ordered.map(({ report, findings }, at) => {
    const copy = at > 0;
    const later = ordered.map((one, place) => ({ ...one, place })).slice(at + 1);
    const marked = (finding: FindingDocument) => {
      const isSaid = says.slice(0, at).some((said) => said(finding.text));
      const also = isSaid ? [] : later.filter(({ place }) => says[place]?.(finding.text));
      return {
        ...withFacets(
          finding,
          also.map((one) => copyOf(one.report)),
        ),
        copy: isSaid,
        group,
      };
    };
    const also = copy ? [] : later.map((one) => copyOf(one.report));
    return {
      report: { ...withFacets(report, also), copy, copyOf: copy ? group : null, group },
      findings: findings.map(marked),
    };
  });
}
