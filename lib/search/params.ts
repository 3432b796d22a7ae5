import { choosable, facetIds } from '#lib/facets/derive.ts';
import { dayFields } from '#lib/facets/facets.ts';
import { isDay, isInstant } from '#lib/report/day.ts';
import {
  choice,
  compare,
  facetNames,
  MOST_LETTERS,
  oneOf,
  operator,
  type Param,
  single,
  VALUE,
  whole,
} from './param-kinds.ts';
import type { Interval, Sort } from './query.ts';

const SPAN = /^(?:[1-9]\d{0,3}d|[1-9]\d{0,2}[my])$/;

/** The grammar of a search: page, API, feeds and exports all read it from here. */
export const params: Param[] = [
  single({
    name: 'q',
    key: 'q',
    fallback: '',
    takes: `words, "a phrase", -word or -"a phrase", at most ${MOST_LETTERS} characters`,
    parse: (value) => (value.length <= MOST_LETTERS ? value.replace(/\s+/g, ' ') : undefined),
  }),
  single({
    name: 'type',
    key: 'type',
    fallback: 'finding',
    takes: '“finding” or “report”',
    parse: oneOf(['finding', 'report']),
  }),
  ...choosable.flatMap(({ id, plural }) => [
    choice(id, id, 'only', `ids of ${plural}, repeatable; “_none” for what has none`),
    choice(id, `not_${id}`, 'not', `ids of ${plural} to leave out, repeatable`),
    operator(id),
  ]),
  single({
    name: 'group',
    key: 'group',
    fallback: null,
    takes: 'a group of reports that say the same, as “group” of an answer names it',
    parse: (value) => (VALUE.test(value) ? value : undefined),
  }),
  single({
    name: 'report',
    key: 'report',
    fallback: null,
    takes: 'the id of a report: only what it says',
    parse: (value) => (VALUE.test(value) ? value : undefined),
  }),
  single({
    name: 'date',
    key: 'date',
    fallback: 'covered',
    takes: '“covered”, “published” or “archived”',
    parse: oneOf(dayFields),
  }),
  single({
    name: 'from',
    key: 'from',
    fallback: null,
    takes: 'a day of the calendar, YYYY-MM-DD, or a span back from the newest report, such as 7d, 3m or 1y',
    parse: (value) => (isDay(value) || SPAN.test(value) ? value : undefined),
  }),
  single({
    name: 'to',
    key: 'to',
    fallback: null,
    takes: 'a day of the calendar, YYYY-MM-DD',
    parse: (value) => (isDay(value) ? value : undefined),
  }),
  single({
    name: 'since',
    key: 'since',
    fallback: null,
    takes: 'an instant, such as 2025-03-01T02:27:00Z: only what came into the archive after it',
    parse: (value) => (isInstant(value) ? value : undefined),
  }),
  single({
    name: 'sort',
    key: 'sort',
    fallback: null,
    takes: '“relevance”, “newest” or “oldest”',
    parse: oneOf<Sort>(['relevance', 'newest', 'oldest']),
  }),
  single({ name: 'page', key: 'page', fallback: 1, takes: 'a whole number from 1', parse: whole(1, 1_000_000) }),
  single({
    name: 'per_page',
    key: 'perPage',
    fallback: 20,
    takes: 'a whole number from 1 to 100',
    parse: whole(1, 100),
  }),
  single({
    name: 'exact',
    key: 'exact',
    fallback: false,
    takes: '“1”: no typo tolerance and no aliases',
    parse: (value) => (value === '1' ? true : value === '0' ? false : undefined),
    write: () => '1',
  }),
  single({
    name: 'facets',
    key: 'facets',
    fallback: null,
    takes: `“none”, or some of ${facetIds.join(',')}`,
    parse: facetNames,
    write: (ids) => ids.join(',') || 'none',
  }),
  single({
    name: 'facet_limit',
    key: 'facetLimit',
    fallback: 10,
    takes: 'a whole number from 1 to 1000',
    parse: whole(1, 1000),
  }),
  single({
    name: 'interval',
    key: 'interval',
    fallback: null,
    takes: '“day”, “month” or “year”',
    parse: oneOf<Interval>(['day', 'month', 'year']),
  }),
  compare,
];
