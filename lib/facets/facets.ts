import type { Finding, Tag } from '#lib/report/finding.ts';
import type { Report } from '#lib/report/report.ts';

/** What a facet's values are read off: a report, and one of its findings or, for the report itself, all of them. */
export interface Subject {
  report: Report;
  findings: Finding[];
  /** Of a report, what its document states of itself. */
  stated?: Report['stated'];
}

interface Base {
  id: string;
  label: string;
  /** The same in the plural, for "Search in …". */
  plural: string;
}

/** Values that lie in one another: a filter by a value matches what lies inside it. Values are ids of the register. */
interface TreeFacet extends Base {
  kind: 'tree';
  entities: 'region';
  tags: (finding: Finding) => Tag[];
}
/** Ids of the register. */
interface EntityFacetOf extends Base {
  kind: 'entity';
  entities: 'actor' | 'topic';
  tags: (finding: Finding) => Tag[];
}
/** Plain values, put into words by what `name` says they are. */
interface ChoiceFacet extends Base {
  kind: 'choice';
  values: (subject: Subject) => string[];
  name: 'source' | 'kind' | 'language';
}
/** Days, one a field. */
interface DayFacet extends Base {
  kind: 'day';
  values: (report: Report) => Record<DayField, string | null>;
}

/** Which date is meant: the day a report is about, its publication, its arrival in the archive. */
export const dayFields = ['covered', 'published', 'archived'] as const;
export type DayField = (typeof dayFields)[number];

export type Facet = TreeFacet | EntityFacetOf | ChoiceFacet | DayFacet;

/** THE LIST. Filterable attributes, documents, URL, API, panel: all are derived from it. */
export const facets = [
  {
    id: 'date',
    label: 'Date',
    plural: 'dates',
    kind: 'day',
    values: ({ date, publishedAt, archivedAt }) => ({ covered: date, published: publishedAt, archived: archivedAt }),
  },
  { id: 'actor', label: 'Actor', plural: 'actors', kind: 'entity', entities: 'actor', tags: ({ actors }) => actors },
  {
    id: 'region',
    label: 'Region',
    plural: 'regions',
    kind: 'tree',
    entities: 'region',
    tags: ({ regions }) => regions,
  },
  { id: 'topic', label: 'Topic', plural: 'topics', kind: 'entity', entities: 'topic', tags: ({ topics }) => topics },
  {
    id: 'source',
    label: 'Source',
    plural: 'sources',
    kind: 'choice',
    name: 'source',
    values: ({ report }) => [report.source.id],
  },
  {
    id: 'kind',
    label: 'Kind',
    plural: 'kinds',
    kind: 'choice',
    name: 'kind',
    values: ({ findings }) => findings.map(({ kind }) => kind),
  },
  {
    id: 'lang',
    label: 'Language',
    plural: 'languages',
    kind: 'choice',
    name: 'language',
    values: ({ report }) => [report.lang],
  },
] as const satisfies Facet[];

export type FacetId = Exclude<(typeof facets)[number], { kind: 'day' }>['id'];
