import type { Span } from '#lib/report/finding.ts';
import { applied, change, choose, withoutFilters } from './edit.ts';
import type { Query } from './query.ts';
import type { WayOn } from './result.ts';
import { parseTerms } from './terms.ts';

type Off = WayOn['off'];

/** A query that is less than another, and what was taken off. */
export interface Less {
  off: Off;
  query: Query;
}

function without(q: string, [start, end]: Span): string {
  return `${q.slice(0, start)} ${q.slice(end)}`.replace(/\s+/g, ' ').trim();
}

/** Every query with one thing less than this: a word, a value, the dates, all words, whatever else narrows it; then without any filter. */
export function waysOn(query: Query): Less[] {
  const less = (is: Exclude<Off['is'], 'value' | 'word' | 'spelling'>, changes: Partial<Query>): Less => ({
    off: { is } as Off,
    query: change(query, changes),
  });
  const values = applied(query).map(
    ({ facet, value, part }): Less => ({
      off: { is: 'value', facet, value, part },
      query: choose(query, facet, value, null),
    }),
  );
  const others = [
    ...(query.from || query.to ? [less('dates', { from: null, to: null })] : []),
    ...(query.since ? [less('since', { since: null })] : []),
    ...(query.report ? [less('report', { report: null })] : []),
    ...(query.group ? [less('group', { group: null })] : []),
    ...(query.exact ? [less('exact', { exact: false })] : []),
  ];
  const filters = [...values, ...others];
  const terms = parseTerms(query.q).used;
  const fewer = terms.map(({ span }): Less => {
    const word = query.q.slice(...span);
    return { off: { is: 'word', word }, query: change(query, { q: without(query.q, span) }) };
  });
  const narrowing = filters.filter(({ off }) => off.is !== 'exact').length;
  return [
    ...(terms.length > 1 ? fewer : []),
    ...filters,
    ...(query.q && narrowing > 0 ? [less('words', { q: '', exact: false })] : []),
    ...(narrowing > 1 ? [{ off: { is: 'filters' } as const, query: withoutFilters(query) }] : []),
  ];
}
