import type { EntityFacet } from '#lib/entities/entity.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import type { Finding, Span } from '#lib/report/finding.ts';
import type { Publisher } from '#lib/report/report.ts';
import type { Gaps } from './gaps.ts';
import type { Interval } from './query.ts';

export interface Labelled {
  id: string;
  label: string;
}

export interface Snippet {
  field: string;
  text: string;
  /** Half-open ranges of UTF-16 offsets in `text`. */
  ranges: Span[];
}

interface HitBase {
  id: string;
  url: string;
  /** Where the report stood before it came into the archive. */
  original: string | null;
  source: Publisher;
  originator: Publisher | null;
  dates: { covered: string | null; published: string | null; archived: string; basis: string };
  lang: string;
  actors: Labelled[];
  regions: (Labelled & { within: string[] })[];
  topics: Labelled[];
  snippets: Snippet[];
  /** Entities that the query names, the word that does, and the alias that stands in the text. */
  matched: { entity: string; label: string; term: string; alias: string }[];
  /** The group of reports that say the same, and those of them that say this, the first one apart. */
  group: string;
  also: { id: string; title: string; url: string; source: Publisher; published: string | null }[];
}

export interface FindingHit extends HitBase {
  type: 'finding';
  kind: Finding['kind'];
  text: string;
  section: string | null;
  /** `matches`: how many of its findings the search finds. */
  report: { id: string; title: string; url: string; matches: number };
}

export interface ReportHit extends HitBase {
  type: 'report';
  title: string;
  summary: string;
  findings: number;
}

export type Hit = FindingHit | ReportHit;

export interface FacetValue extends Labelled {
  count: number;
  active: boolean;
  excluded: boolean;
  parent: string | null;
  /** Of a tree: how many values with a result lie directly in it. */
  inside?: number;
}

export interface FacetCounts {
  values: FacetValue[];
  /** How many have no value. */
  missing: number;
  /** How many values have a result. */
  size: number;
  /** Are there more values than listed? */
  truncated: boolean;
}

export interface Bucket {
  from: string;
  count: number;
}

/** How many lie where in time, whatever days are chosen. */
export interface Histogram {
  interval: Interval;
  /** Without gaps, over the days of the whole archive. */
  buckets: Bucket[];
  /** How many lie before and after them: a few days far off all others are left out. */
  before: number;
  after: number;
  /** How many have no such day. */
  undated: Total;
}

/** What the words of the query were taken to name. */
export interface Expansion {
  term: string;
  facet: EntityFacet;
  entity: string;
  label: string;
}

export interface Total {
  value: number;
  relation: 'eq' | 'gte';
}

/** A line of the trend. */
export interface Trend {
  /** As `compare` names it. */
  id: string;
  label: string;
  total: number;
  /** Counts of the buckets of `histogram`, in their order. */
  counts: number[];
}

/** A way on from a search that finds nothing: what is taken off or changed, the search that is left, and what it finds. */
export interface WayOn {
  off:
    | { is: 'value'; facet: FacetId; value: string; part: 'only' | 'not' }
    | { is: 'words' | 'dates' | 'exact' | 'since' | 'report' | 'group' | 'filters' }
    | { is: 'word'; word: string }
    /** `alone`: without the filters, which leave nothing of that spelling either. */
    | { is: 'spelling'; from: string; to: string; alone: boolean };
  search: string;
  total: number;
}

/** Of a search that finds nothing. */
export interface Nothing {
  ways: WayOn[];
  /** Hits with fewer of the words, or with all where `anywhere`: those that each has are marked. */
  closest: Hit[];
  /** Are the closest such as the filters would leave out, since these leave none? */
  anywhere: boolean;
  /** Chosen days that no report of the archive has. */
  gaps: Gaps;
}

/** The answer to a search: the contract of `/api/search`, and what the page is made of. */
export interface Result {
  query: {
    q: string;
    terms: string[];
    ignored: string[];
    filters: Partial<Record<FacetId | `not_${FacetId}`, string[]>>;
    warnings: string[];
    expanded: Expansion[];
    phrases: string[];
    excluded: string[];
    /** Words of this page's hits that are spelt nearly as what was asked for. */
    alike: string[];
    /** The days searched, a span back from the newest report as the day that it begins on. */
    days: { from: string | null; to: string | null };
    /** The words with the quotation mark that is missing, or null where none is. */
    repaired: string | null;
  };
  total: Total;
  /** The same search in findings and in reports. */
  totals: Record<'finding' | 'report', Total>;
  results: Hit[];
  facets: Partial<Record<FacetId, FacetCounts>>;
  histogram: Histogram;
  trends: Trend[];
  nothing: Nothing | null;
  links: { self: string; html: string; next: string | null; prev: string | null };
  index: { updated_at: string | null; from: string | null; to: string | null; reports: number; findings: number };
}
