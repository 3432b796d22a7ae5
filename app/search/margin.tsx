'use client';
import { change, hasFilters } from '#lib/search/edit.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { count, instant, shortDay } from '../format.ts';
import { AfterFirst } from '../ui/after-first.tsx';
import { RegionMap } from './map/region-map.tsx';
import styles from './margin.module.css';
import { QueryLink } from './query-link.tsx';
import { Standouts } from './standouts.tsx';
import { ThisSearch } from './this-search.tsx';
import { TrendChart } from './trend/trend-chart.tsx';
import { useInsight } from './use-insight.ts';

const EXAMPLES: { label: string; changes: Partial<Query> }[] = [
  { label: 'What is said of drone strikes on refineries', changes: { q: 'refinery drone' } },
  { label: 'Зеленський, under every spelling', changes: { q: 'Зеленський' } },
  { label: '“Kursk Oblast” as a phrase, without North Korea', changes: { q: '"Kursk Oblast" -Korean' } },
];

interface Props {
  query: Query;
  result: Result;
  searching: boolean;
}

/**
 * Beside the results: what can be done with the search, where and when its findings are, what stands out in it, what the
 * archive holds. What grows and shrinks with the results stands last of what is seen at once, so that nothing moves for it.
 */
export function Margin(props: Props) {
  return (
    <aside className={styles.margin} aria-label="About this search">
      <AfterFirst>{() => <Notes {...props} />}</AfterFirst>
    </aside>
  );
}

function Notes({ query, result, searching }: Props) {
  const { index, links } = result;
  const { insight, waiting, failed } = useInsight(query, searching);
  const isFirst = !query.q && !hasFilters(query);
  return (
    <>
      {isFirst && <Examples />}
      <ThisSearch links={links} />
      <section aria-labelledby="where" className={styles.where} data-waiting={waiting || undefined}>
        <h2 className={styles.title} id="where">
          Where
        </h2>
        {failed && <p>The archive did not answer: places and what stands out could not be counted.</p>}
        {insight && <RegionMap query={query} map={insight.map} total={insight.total} />}
      </section>
      <section aria-labelledby="over-time">
        <h2 className={styles.title} id="over-time">
          Over time
        </h2>
        <TrendChart query={query} result={result} />
      </section>
      {insight && insight.total > 0 && (
        <section data-waiting={waiting || undefined}>
          <h2 className={styles.title}>What stands out</h2>
          <Standouts query={query} repaired={result.query.repaired} insight={insight} />
        </section>
      )}
      <Figures index={index} />
    </>
  );
}

function Examples() {
  return (
    <section>
      <h2 className={styles.title}>Try</h2>
      <ul className={styles.list}>
        {EXAMPLES.map(({ label, changes }) => (
          <li key={label}>
            <QueryLink query={change(emptyQuery(), changes)}>{label}</QueryLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Figures({ index }: Pick<Result, 'index'>) {
  return (
    <section>
      <h2 className={styles.title}>The archive</h2>
      <dl className={styles.figures}>
        <dt>Findings</dt>
        <dd>{count(index.findings)}</dd>
        <dt>Reports</dt>
        <dd>{count(index.reports)}</dd>
        {index.from && index.to && (
          <>
            <dt>Covers</dt>
            <dd>
              {shortDay(index.from)} – {shortDay(index.to)}
            </dd>
          </>
        )}
        {index.updated_at && (
          <>
            <dt>Last addition</dt>
            <dd>{instant(index.updated_at)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
