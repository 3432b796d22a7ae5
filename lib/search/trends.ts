import type { Register } from '#lib/entities/register.ts';
import { dayAttribute, facetOf, isFacetId } from '#lib/facets/derive.ts';
import { dayNumber } from '#lib/report/day.ts';
import type { Distribution } from './counts.ts';
import { histogramOf } from './histogram.ts';
import { labelOf, type SourceNames } from './labels.ts';
import { lineParts, lineQuery } from './lines.ts';
import type { Query } from './query.ts';
import { countOf, type Planned } from './request.ts';
import type { Answers } from './response.ts';
import type { Result, Trend } from './result.ts';

/**
 * A search for each line of the trend that counts it by day, the dates left out as in the histogram. `named`: the words of a
 * query as the engine is to read them.
 */
export function trendSearches(query: Query, named: (query: Query) => string): Planned[] {
  return query.compare.map((line) => {
    const own = lineQuery(query, line);
    return { role: `trend:${line}`, search: countOf(own, named(own), [dayAttribute(query.date)], 'date') };
  });
}

/** How many results lie within the dates of a query, whose `from` must be a day. */
function within(days: Distribution, { from, to }: Query): number {
  const [first, last] = [from ? dayNumber(from) : -Infinity, to ? dayNumber(to) : Infinity];
  return Object.entries(days).reduce(
    (sum, [day, count]) => (Number(day) >= first && Number(day) <= last ? sum + count : sum),
    0,
  );
}

/** Names of lines; of two that are called the same, as a state and a place may be, each with its facet. */
function namesOf(lines: string[], register: Register, sources: SourceNames): string[] {
  const parts = lines.map(lineParts);
  const names = parts.map(([name, value]) =>
    isFacetId(name) ? labelOf(facetOf(name), value, register, sources) : `“${value}”`,
  );
  return names.map((name, at) => {
    const facet = parts[at]?.[0] ?? 'q';
    const isShared = names.some((other, line) => other === name && line !== at);
    return isShared && isFacetId(facet) ? `${name} (${facetOf(facet).label.toLowerCase()})` : name;
  });
}

/** The lines of the trend, counted by the buckets of the histogram; each total is what the line finds within the dates. */
export function trendsOf(
  query: Query,
  answers: Answers,
  { interval, buckets }: Result['histogram'],
  register: Register,
  sources: SourceNames,
): Trend[] {
  const names = namesOf(query.compare, register, sources);
  const [first, last] = [buckets[0], buckets.at(-1)];
  const span = first && last ? { from: first.from, to: last.from } : null;
  return query.compare.map((id, line) => {
    const answer = answers.get(`trend:${id}`);
    const days = answer?.facetDistribution?.[dayAttribute(query.date)] ?? {};
    return {
      id,
      label: names[line] ?? id,
      total: query.from || query.to ? within(days, query) : (answer?.totalHits ?? 0),
      counts: histogramOf(days, interval, span).buckets.map(({ count }) => count),
    };
  });
}
