import type { FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Match, Matcher } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Span, Tag } from '#lib/report/finding.ts';
import { findingAnchor } from '#lib/report/ids.ts';
import { mergeRanges, rangesOf } from './highlight.ts';
import type { Expansion, FindingHit, Hit, Labelled, ReportHit, Snippet } from './result.ts';

/** A document as the engine answers it: with marks in `_formatted`. */
type Formatted<T> = T & { _formatted?: Partial<T> };
export type AnyDocument = Formatted<FindingDocument> | Formatted<ReportDocument>;

/** What hits are shown with. */
export interface Shown {
  register: Register;
  matcher: Matcher;
  expanded: Expansion[];
}

function reportUrl(id: string): string {
  return `/reports/${id}`;
}

function labelled(facet: EntityFacet, tags: Pick<Tag, 'id'>[], register: Register): Labelled[] {
  return tags.map(({ id }) => ({ id, label: register.get(facet, id)?.label ?? id }));
}

function base(doc: AnyDocument, register: Register) {
  const { source, originator, date, publishedAt, archivedAt, basis, lang, tags, group, also } = doc;
  return {
    ...{ source, originator, lang, group },
    also: also.map(({ id, title, source, publishedAt }) => ({
      ...{ id, title, source, published: publishedAt },
      url: reportUrl(id),
    })),
    dates: { covered: date, published: publishedAt, archived: archivedAt, basis },
    actors: labelled('actor', tags.actor, register),
    regions: labelled('region', tags.region, register).map((region) => ({
      ...region,
      within: register.ancestors('region', region.id),
    })),
    topics: labelled('topic', tags.topic, register),
  };
}

function snippet(field: string, marked: string | undefined, more: Span[] = []): Snippet[] {
  if (marked === undefined) return [];
  const { text, ranges } = rangesOf(marked);
  const all = mergeRanges([...ranges, ...more]);
  return all.length > 0 ? [{ field, text, ranges: all }] : [];
}

/** The names in a text of the entities that the query names, by any alias. */
function namedIn(text: string, { matcher, expanded }: Shown): Match[] {
  if (expanded.length === 0) return [];
  return matcher(text, { anyCase: true, nested: true }).filter((match) =>
    expanded.some(({ facet, entity }) => match.entity.facet === facet && match.entity.id === entity),
  );
}

function findingHit(doc: Formatted<FindingDocument>, shown: Shown): FindingHit {
  const named = namedIn(doc.text, shown);
  const aliases = new Map(named.map(({ entity, written }) => [entity.id, written]));
  const url = reportUrl(doc.report.id);
  return {
    ...base(doc, shown.register),
    ...{ type: 'finding', id: doc.id, kind: doc.kind, text: doc.text, section: doc.section },
    url: `${url}#${findingAnchor(doc.id)}`,
    report: { ...doc.report, url, matches: 1 },
    snippets: snippet(
      'text',
      doc._formatted?.text,
      named.map(({ span }) => span),
    ),
    matched: [...aliases].map(([entity, alias]) => ({ entity, alias })),
  };
}

function reportHit(doc: Formatted<ReportDocument>, shown: Shown): ReportHit {
  return {
    ...base(doc, shown.register),
    ...{
      type: 'report',
      id: doc.id,
      title: doc.title,
      summary: doc.summary,
      findings: doc.findings,
      url: reportUrl(doc.id),
    },
    snippets: (['title', 'summary', 'body'] as const).flatMap((field) => {
      const marked = doc._formatted?.[field];
      const names = marked ? namedIn(rangesOf(marked).text, shown).map(({ span }) => span) : [];
      return snippet(field, marked, names);
    }),
    matched: [],
  };
}

/** A document of either index as a hit of the answer. */
export function toHit(doc: AnyDocument, shown: Shown): Hit {
  return 'text' in doc ? findingHit(doc, shown) : reportHit(doc, shown);
}
