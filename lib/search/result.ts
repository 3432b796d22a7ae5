import type { EntityFacet } from '#lib/entities/entity.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import type { Finding, Span } from '#lib/report/finding.ts';
import type { Publisher } from '#lib/report/report.ts';
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
  source: Publisher;
  originator: Publisher | null;
  dates: { covered: string | null; published: string | null; archived: string; basis: string };
  lang: string;
  actors: Labelled[];
  regions: (Labelled & { within: string[] })[];
  topics: Labelled[];
  snippets: Snippet[];
  /** Entities that the query names, and the alias that stands in the text. */
  matched: { entity: string; alias: string }[];
  /** The group of reports that say the same, and those of them that say this, the first one apart. */
  group: string;
  also: { id: string; title: string; url: string; source: Publisher; published: string | null }[];
}

export interface FindingHit extends HitBase {
  type: 'finding';
  kind: Finding['kind'];
  text: string;
  section: string | null;
  report: { id: string; title: string; url: string };
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
}

export interface FacetCounts {
  values: FacetValue[];
  /** How many have no value. */
  missing: number;
  /** Are there more values than listed? */
  truncated: boolean;
}

export interface Bucket {
  from: string;
  count: number;
}

/** What the words of the query were taken to name. */
export interface Expansion {
  term: string;
  facet: EntityFacet;
  entity: string;
  label: string;
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
  };
  total: { value: number; relation: 'eq' | 'gte' };
  results: Hit[];
  facets: Partial<Record<FacetId, FacetCounts>>;
  histogram: { interval: Interval; buckets: Bucket[] };
  links: { self: string; html: string; next: string | null; prev: string | null };
  index: { updated_at: string | null; from: string | null; to: string | null; reports: number; findings: number };
}
