import type { Settings } from 'meilisearch';
import { dayAttribute, filterable } from '#lib/facets/derive.ts';
import { dayFields } from '#lib/facets/facets.ts';

/** The indexes that are searched. */
export const siteIndexes = ['findings', 'reports'] as const;
export type SiteIndex = (typeof siteIndexes)[number];

/** All indexes: those, what was read from where, and earlier texts. */
export const indexNames = [...siteIndexes, 'inputs', 'revisions'] as const;
export type IndexName = (typeof indexNames)[number];

/** Most values of one facet that are counted: 27 years of days, or ten thousand actors. */
export const MOST_FACET_VALUES = 10_000;
/** Totals are exact up to here. */
export const MOST_HITS = 1_000_000;

const shared = {
  // An order that is asked for comes first; a search by relevance asks for none.
  rankingRules: [
    'sort',
    'words',
    'typo',
    'proximity',
    'attribute',
    'exactness',
    'weight:desc',
    'facets.date.covered:desc',
  ],
  sortableAttributes: [...dayFields.map(dayAttribute), 'publishedAt', 'archivedAt', 'id', 'report.id', 'ordinal'],
  // They are looked up by the register: a guess at one would find other people.
  typoTolerance: { disableOnAttributes: ['names'] },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES },
  pagination: { maxTotalHits: MOST_HITS },
} satisfies Settings;

/** What a search with `exact` looks at: the words as written, and no other spelling of a name. */
export const writtenAttributes = {
  findings: ['text'],
  reports: ['title', 'summary', 'body', 'rest'],
} as const satisfies Record<SiteIndex, readonly string[]>;

/** For what is looked up and never searched. */
const kept = { searchableAttributes: [], pagination: { maxTotalHits: MOST_HITS } } satisfies Settings;

/** Looked up by value alone: an order of samples would mean nothing, and cost. */
const SKETCH = {
  attributePatterns: ['sketch'],
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
};

export const settings: Record<IndexName, Settings> = {
  findings: {
    ...shared,
    searchableAttributes: [...writtenAttributes.findings, 'names'],
    filterableAttributes: [...filterable, 'id', 'report.id', 'copy', 'group', 'arrived'],
  },
  reports: {
    ...shared,
    searchableAttributes: [...writtenAttributes.reports, 'names'],
    filterableAttributes: [...filterable, 'id', 'copy', 'group', 'arrived', 'hash', 'inputs', SKETCH],
  },
  inputs: { ...kept, filterableAttributes: ['folders', 'stamp', 'failed', 'gone'], sortableAttributes: ['file'] },
  revisions: { ...kept, filterableAttributes: ['report'], sortableAttributes: ['archivedAt'] },
};
