'use client';
import { change, withoutFilters } from '#lib/search/edit.ts';
import { emptyQuery, type Query } from '#lib/search/query.ts';
import type { Nothing, Result, WayOn } from '#lib/search/result.ts';
import { formatQuery, parseQuery } from '#lib/search/url.ts';
import { count, counted, daysIn, shortDay } from '../format.ts';
import { Days } from './days.tsx';
import { daysText, wayText } from './labels.ts';
import styles from './no-results.module.css';
import { QueryLink } from './query-link.tsx';

interface Props {
  query: Query;
  result: Result;
}

/** Nothing found: why that may be, and the ways on. */
export function NoResults({ query, result }: Props) {
  const { index, nothing, total } = result;
  if (index.reports === 0) return <EmptyArchive />;
  if (total.value > 0) return <BeyondLast query={query} />;
  return (
    <div className={styles.none}>
      <p>Nothing in the archive fits all of this search.</p>
      <Elsewhere query={query} result={result} />
      {nothing && <Gaps gaps={nothing.gaps} query={query} />}
      {nothing && <Ways ways={nothing.ways} result={result} />}
      <p>
        <QueryLink query={emptyQuery()}>Start again</QueryLink>
        {index.from && index.to && (
          <span className={styles.coverage}>
            {' '}
            The archive holds {counted(index.findings, 'finding')} of {counted(index.reports, 'report')}, which cover{' '}
            {shortDay(index.from)} to {shortDay(index.to)}.
          </span>
        )}
      </p>
      {nothing && nothing.closest.length > 0 && (
        <section aria-labelledby="closest" className={styles.closest}>
          <h2 id="closest" className={styles.title}>
            Closest{nothing.anywhere && ' in the whole archive'}
            {!hasAllWords(nothing, query) && ', with fewer of the words'}
          </h2>
          <Days hits={nothing.closest} query={query} />
        </section>
      )}
    </div>
  );
}

/** Are there hits with all of the words, once the filters are off? */
function hasAllWords({ anywhere, ways }: Nothing, query: Query): boolean {
  const unfiltered = formatQuery(withoutFilters(query));
  return anywhere && ways.some(({ search, total }) => search === unfiltered && total > 0);
}

/** Reports are searched as wholes: what no finding has, several of one report may have. */
function Elsewhere({ query, result }: Props) {
  const { report } = result.totals;
  if (query.type === 'report' || report.value === 0) return null;
  return (
    <p>
      <QueryLink query={change(query, { type: 'report' })}>
        {report.value === 1 ? '1 report has' : `${count(report.value)} reports have`} all of it
      </QueryLink>
      , in different findings.
    </p>
  );
}

/** What could be taken off, or spelt otherwise, with what each would find. */
function Ways({ ways, result }: { ways: WayOn[]; result: Result }) {
  const shown = ways.flatMap((way) => {
    const parsed = parseQuery(new URLSearchParams(way.search));
    return parsed.ok ? [{ way, query: parsed.query }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <ul className={styles.ways} aria-label="Ways on">
      {shown.map(({ way, query }) => (
        <li key={`${way.off.is} ${way.search}`} data-empty={way.total === 0 || undefined}>
          <QueryLink query={query}>{wayText(way, result)}</QueryLink>{' '}
          <span className={styles.found}>{way.total > 0 ? counted(way.total, query.type) : 'nothing either'}</span>
        </li>
      ))}
    </ul>
  );
}

function Gaps({ gaps: { days, spans }, query }: { gaps: Nothing['gaps']; query: Query }) {
  if (days === 0) return null;
  const verb = { covered: 'covers', published: 'was published on', archived: 'came in on' }[query.date];
  const told = spans.reduce((sum, span) => sum + daysIn(span), 0);
  return (
    <p className={styles.gaps}>
      No report of this archive {verb} {spans.map(daysText).join('; ')}
      {days > told && ` and ${counted(days - told, 'other day')} of those chosen`}.
    </p>
  );
}

function BeyondLast({ query }: { query: Query }) {
  return (
    <p className={styles.none}>
      There is no page {query.page} of this search. <QueryLink query={change(query, {})}>Go to the first</QueryLink>.
    </p>
  );
}

function EmptyArchive() {
  return (
    <div className={styles.none}>
      <p>The archive is empty. Reports come in with</p>
      <pre>npm run sitrep -- index PATH</pre>
    </div>
  );
}
