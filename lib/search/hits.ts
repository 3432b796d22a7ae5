import type { FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Match, Matcher } from '#lib/entities/matcher.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Span, Tag } from '#lib/report/finding.ts';
import { findingAnchor } from '#lib/report/ids.ts';
import { mergeRanges, rangesOf } from './highlight.ts';
import type { Expansion, FindingHit, Hit, Labelled, ReportHit, Snippet } from './result.ts';

/** Of a facet with no tag, nothing is sent. */
type SentTags = { tags?: Partial<Record<EntityFacet, Pick<Tag, 'id'>[]>> };
/** A document as the engine answers it: with marks in `_formatted`. */
type Formatted<T> = Omit<T, 'tags'> & SentTags & { _formatted?: Partial<T> };
export type AnyDocument = Formatted<FindingDocument> | Formatted<ReportDocument>;

/** What hits are shown with. */
export interface Shown {
  register: Register;
  matcher: Matcher;
  expanded: Expansion[];
}

export function reportUrl(id: string): string {
  return `/reports/${id}`;
}

/** A finding's permanent address. */
export function urlOf({ id, report }: Pick<FindingDocument, 'id' | 'report'>): string {
  return `${reportUrl(report.id)}#${findingAnchor(id)}`;
}

function labelled(facet: EntityFacet, { tags }: SentTags, register: Register): Labelled[] {
  return (tags?.[facet] ?? []).map(({ id }) => ({ id, label: register.get(facet, id)?.label ?? id }));
}

function base(doc: AnyDocument, register: Register) {
  const { source, originator, date, publishedAt, archivedAt, basis, lang, group, also } = doc;
  return {
    ...{ source, originator, lang, group },
    also: also.map(({ id, title, source, publishedAt }) => ({
      ...{ id, title, source, published: publishedAt },
      url: reportUrl(id),
    })),
    dates: { covered: date, published: publishedAt, archived: archivedAt, basis },
    actors: labelled('actor', doc, register),
    regions: labelled('region', doc, register).map((region) => ({
      ...region,
      within: register.ancestors('region', region.id),
    })),
    topics: labelled('topic', doc, register),
  };
}

function snippet(field: string, marked = '', more: Span[] = []): Snippet[] {
  const { text, ranges } = rangesOf(marked);
  const all = mergeRanges([...ranges, ...more]);
  return all.length > 0 ? [{ field, text, ranges: all }] : [];
}

/** Is a text a name of what the query names? */
export function isNamed(text: string, shown: Shown): boolean {
  return namedIn(text, shown).length > 0;
}

/** The names in a text of the entities that the query names, by any alias. */
function namedIn(text: string, { matcher, expanded }: Shown): Match[] {
  if (expanded.length === 0) return [];
  return matcher(text, { anyCase: true, nested: true }).filter((match) =>
    expanded.some(({ facet, entity }) => match.entity.facet === facet && match.entity.id === entity),
  );
}

/** Why a text was found: of each entity that the query names, one alias. */
function matchedBy(named: Match[], { expanded }: Shown): Hit['matched'] {
  const aliases = new Map(named.map(({ entity, written }) => [entity.id, written]));
  return expanded.flatMap(({ entity, label, term }) => {
    const alias = aliases.get(entity);
    return alias === undefined ? [] : [{ entity, label, term, alias }];
  });
}

function findingHit(doc: Formatted<FindingDocument>, shown: Shown): FindingHit {
  const named = namedIn(doc.text, shown);
  const { id, title, url = null } = doc.report;
  return {
    ...base(doc, shown.register),
    ...{ type: 'finding', id: doc.id, kind: doc.kind, text: doc.text, section: doc.section },
    ...{ url: urlOf(doc), original: url },
    report: { id, title, url: reportUrl(id), matches: 1 },
    snippets: snippet(
      'text',
      doc._formatted?.text,
      named.map(({ span }) => span),
    ),
    matched: matchedBy(named, shown),
  };
}

function reportHit(doc: Formatted<ReportDocument>, shown: Shown): ReportHit {
  const fields = (['title', 'summary', 'body'] as const).flatMap((field) => {
    const marked = doc._formatted?.[field];
    return marked === undefined ? [] : [{ field, marked, named: namedIn(rangesOf(marked).text, shown) }];
  });
  return {
    ...base(doc, shown.register),
    ...{
      type: 'report',
      id: doc.id,
      title: doc.title,
      summary: doc.summary,
      findings: doc.findings,
      url: reportUrl(doc.id),
      original: doc.url,
    },
    snippets: fields.flatMap(({ field, marked, named }) =>
      snippet(
        field,
        marked,
        named.map(({ span }) => span),
      ),
    ),
    matched: matchedBy(
      fields.flatMap(({ named }) => named),
      shown,
    ),
  };
}

/** A document of either index as a hit of the answer. */
export function toHit(doc: AnyDocument, shown: Shown): Hit {
  return 'text' in doc ? findingHit(doc, shown) : reportHit(doc, shown);
}
