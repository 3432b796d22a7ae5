'use client';
import type { RefObject } from 'react';
import { hrefOf } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { AppliedFilters } from './applied-filters.tsx';
import { Days } from './days.tsx';
import { BOX } from './desk/parts.ts';
import { NoResults } from './no-results.tsx';
import { Order } from './order.tsx';
import { Pagination } from './pagination.tsx';
import styles from './results.module.css';
import { Sentence } from './sentence.tsx';
import { Understood } from './understood.tsx';
import type { Panel } from './use-panel.ts';

interface Props {
  query: Query;
  /** What the sentence tells of. */
  told: Query;
  result: Result;
  /** Is all painted that is in view of it? */
  painted: boolean;
  waiting: boolean;
  failed: boolean;
  filters: number;
  panel: Panel;
  sentence: RefObject<HTMLHeadingElement | null>;
}

/** A hit that has but a line of text takes more. */
const HIT_PX = 100;

/** How many hits can be in view of who types at the top of the page; all, where the reader may be anywhere. */
function mostInView(): number | undefined {
  const isTyping = document.activeElement?.matches(BOX) && window.scrollY === 0;
  return isTyping ? Math.ceil(window.innerHeight / HIT_PX) : undefined;
}

/** The list of hits with all that is said about it. */
export function Results({ query, told, result, painted, waiting, failed, filters, panel, sentence }: Props) {
  return (
    <section id="results" className={styles.results} aria-label="Results">
      <Sentence query={told} result={result} waiting={waiting} heading={sentence} />
      {failed && (
        <p className={styles.failed} role="alert">
          The archive did not answer this search. What you see is the last answer. <a href={hrefOf(query)}>Try again</a>
        </p>
      )}
      <Understood query={query} result={result} />
      <AppliedFilters query={query} result={result} />
      <Order query={query} totals={result.totals} filters={filters} panel={panel} />
      {result.results.length > 0 ? (
        <Days hits={result.results} query={query} most={painted ? undefined : mostInView()} />
      ) : (
        <NoResults query={query} result={result} />
      )}
      <Pagination query={query} total={result.total.value} />
    </section>
  );
}
