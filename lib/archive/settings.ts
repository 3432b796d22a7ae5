import type { Settings } from 'meilisearch';
import { dayAttribute, filterable } from '#lib/facets/derive.ts';
import { dayFields } from '#lib/facets/facets.ts';

export const indexNames = ['findings', 'reports'] as const;
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
  reports: ['title', 'summary', 'body'],
} as const satisfies Record<IndexName, readonly string[]>;

export const settings: Record<IndexName, Settings> = {
  findings: {
    ...shared,
    searchableAttributes: [...writtenAttributes.findings, 'names'],
    filterableAttributes: [...filterable, 'id', 'report.id'],
  },
  reports: {
    ...shared,
    searchableAttributes: [...writtenAttributes.reports, 'names'],
    filterableAttributes: [...filterable, 'id'],
  },
};
