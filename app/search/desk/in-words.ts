import { facetOf } from '#lib/facets/derive.ts';
import { applied } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { datesLabel, valueLabel } from '../labels.ts';

/** A search in few words; values go by their ids where no answer to it is at hand. */
export function inWords(query: Query, result?: Result): string {
  const values = applied(query).map((one) => {
    const value = result ? valueLabel(one, result) : one.value.replaceAll('-', ' ');
    return `${one.part === 'not' ? 'not ' : ''}${facetOf(one.facet).label.toLowerCase()} ${value}`;
  });
  const report = query.report ? 'one report' : query.group ? 'reports that say the same' : '';
  const parts = [query.q, ...values, report, datesLabel(query), query.exact ? 'as written' : ''].filter(Boolean);
  return `${query.type === 'report' ? 'Reports' : 'Findings'}: ${parts.join(', ') || 'all'}`;
}

/** A name for a search to begin with. */
export function proposedName(query: Query, result: Result): string {
  return inWords(query, result).replace(/^Findings: /, '');
}
