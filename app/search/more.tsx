'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Hit } from '#lib/search/result.ts';
import { count } from '../format.ts';
import styles from './days.module.css';
import { Entries } from './entries.tsx';
import { entryId } from './entry.tsx';
import type { ReportRun } from './group.ts';
import { QueryLink } from './query-link.tsx';
import { searchOptions } from './search-options.ts';

const label = (number: number) => `${count(number)} more in this report`;

interface Props {
  run: ReportRun;
  query: Query;
}

/**
 * What else the search finds in a report: hits of this page, folded, and those of other pages, fetched when they are
 * asked for. Without JavaScript a link leads to these.
 */
export function More({ run, query, folded }: Props & { folded: Hit[] }) {
  const [asked, setAsked] = useState(false);
  const ask = () => setAsked(true);
  const elsewhere = run.matches - run.hits.length;
  let others: ReactNode = null;
  if (elsewhere > 0)
    others = asked ? (
      <Elsewhere run={run} query={query} />
    ) : (
      <Link run={run} query={query} number={elsewhere} instead={ask} />
    );
  if (folded.length === 0) return others;
  return (
    <details className={styles.more} onToggle={ask}>
      <summary>{label(folded.length + elsewhere)}</summary>
      <Entries hits={folded} query={query} />
      {others}
    </details>
  );
}

function Link({ run, query, number, instead }: Props & { number: number; instead?: () => void }) {
  return (
    <p className={styles.more}>
      <QueryLink query={change(query, { report: run.report })} {...(instead ? { instead } : {})}>
        {label(number)}
      </QueryLink>
    </p>
  );
}

/** The API's most. */
const MOST_FETCHED = 100;

/** The hits of a report that are on other pages. */
function Elsewhere({ run, query }: Props) {
  const all = change(query, { report: run.report, perPage: MOST_FETCHED, facets: [], compare: [] });
  const { data, isError } = useQuery(searchOptions(all));
  const hits = data?.results.filter(({ id }) => !run.hits.some((hit) => hit.id === id)) ?? [];
  const left = run.matches - run.hits.length - hits.length;
  useFocusOn(hits[0]);
  if (isError)
    return (
      <>
        <p className={styles.failed} role="alert">
          The archive did not answer; the link leads to all of them.
        </p>
        <Link run={run} query={query} number={left} />
      </>
    );
  if (!data) return <p className={styles.opening}>Opening {label(left)} …</p>;
  return (
    <>
      <Entries hits={hits} query={query} />
      {left > 0 && <Link run={run} query={query} number={left} />}
    </>
  );
}

/** The link that was followed is gone: the focus goes on to the first of what it opened. */
function useFocusOn(hit: Hit | undefined): void {
  const id = hit && entryId(hit);
  useEffect(() => {
    if (id && document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
  }, [id]);
}
