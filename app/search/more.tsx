'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { change } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Hit } from '#lib/search/result.ts';
import { count } from '../format.ts';
import { Entries } from './entries.tsx';
import { entryId, type ReportRun } from './group.ts';
import styles from './more.module.css';
import { QueryLink } from './query-link.tsx';
import { searchOptions } from './search-options.ts';
import { useOpened } from './use-opened.ts';

/** The API's most. */
const MOST_FETCHED = 100;

function label(number: number): string {
  return `${count(number)} more in this report`;
}

interface Props {
  run: ReportRun;
  query: Query;
  /** Hits of this page. */
  folded: Hit[];
}

/**
 * What else the search finds in a report: hits of this page, folded, and those of other pages, fetched when they are
 * asked for. Without JavaScript, and where even more are found, a link leads to all of them.
 */
export function More({ run, query, folded }: Props) {
  const [isOpen, setOpen] = useOpened(`more ${run.report}`);
  const inReport = change(query, { report: run.report });
  const { data, isError, isFetching } = useQuery({
    ...searchOptions({ ...inReport, perPage: MOST_FETCHED, facets: [], compare: [] }),
    enabled: isOpen && run.matches > run.hits.length,
    // What another search found in this report is nothing to show here.
    placeholderData: () => undefined,
  });
  const others = data?.results.filter(({ id }) => !run.hits.some((hit) => hit.id === id)) ?? [];
  const [isFollowed, setFollowed] = useState(false);
  const follow = () => {
    setFollowed(true);
    setOpen(true);
  };
  useFocusOn(isFollowed ? others[0] : undefined);
  const left = run.matches - run.hits.length - others.length;
  const rest = (
    <>
      {others.length > 0 && <Entries hits={others} query={query} />}
      {isError && (
        <p className={styles.failed} role="alert">
          The archive did not answer; the link leads to all of them.
        </p>
      )}
      {left > 0 && (
        <p className={styles.more} aria-busy={isFetching}>
          <QueryLink query={inReport} instead={data || isError ? undefined : follow}>
            {label(left)}
          </QueryLink>
        </p>
      )}
    </>
  );
  if (folded.length === 0) return rest;
  return (
    <details className={styles.more} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{label(run.matches - run.hits.length + folded.length)}</summary>
      <Entries hits={folded} query={query} />
      {rest}
    </details>
  );
}

/** The link that was followed is gone: the focus goes on to the first of what it opened. */
function useFocusOn(hit: Hit | undefined): void {
  const id = hit && entryId(hit);
  useEffect(() => {
    if (id && document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
  }, [id]);
}
