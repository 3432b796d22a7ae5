'use client';
import { type RefObject, useRef } from 'react';
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
import { useLeftPlace } from './use-opened.ts';
import type { Panel } from './use-panel.ts';

interface Props {
  query: Query;
  /** What the sentence tells of. */
  told: Query;
  result: Result;
  /** Are all hits to be drawn, or for now those that are in view? */
  drawn: boolean;
  waiting: boolean;
  failed: boolean;
  filters: number;
  panel: Panel;
  sentence: RefObject<HTMLHeadingElement | null>;
}

/** A hit that has but a line of text takes more. */
const HIT_PX = 100;

/** How many hits can be in view of who types at the top of the page; all, where the reader may be anywhere. */
function mostInView(list: HTMLElement | null): number | undefined {
  const isTyping = document.activeElement?.matches(BOX) && window.scrollY === 0;
  if (!isTyping || !list) return undefined;
  return Math.max(1, Math.ceil((window.innerHeight - list.getBoundingClientRect().top) / HIT_PX));
}

/** The list of hits with all that is said about it. */
export function Results({ query, told, result, drawn, waiting, failed, filters, panel, sentence }: Props) {
  const section = useRef<HTMLElement>(null);
  useLeftPlace();
  return (
    <section id="results" ref={section} className={styles.results} aria-label="Results">
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
        <Days hits={result.results} query={query} most={drawn ? undefined : mostInView(section.current)} />
      ) : (
        <NoResults query={query} result={result} />
      )}
      <Pagination query={query} total={result.total.value} />
    </section>
  );
}
