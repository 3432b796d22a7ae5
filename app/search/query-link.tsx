'use client';
import type { ComponentProps, MouseEvent } from 'react';
import { hrefOf } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { formatQuery, parseQuery } from '#lib/search/url.ts';
import { askFor } from './asking.ts';

/**
 * Shows a query without a round trip for the page: its address is pushed, and whoever reads the address follows. While
 * the reader is still at it (typing, brushing), `replace` leaves one step of Back for all of it. The answer is asked for
 * at once, not when the page has followed, and no other is awaited.
 */
export function showQuery(query: Query, how: 'push' | 'replace' = 'push'): void {
  const href = hrefOf(query);
  // Too many words, as a chosen one more may make: the page of the address says so.
  if (!parseQuery(new URLSearchParams(formatQuery(query))).ok) {
    window.location.assign(href);
    return;
  }
  askFor(query);
  if (how === 'replace') window.history.replaceState(null, '', href);
  else window.history.pushState(null, '', href);
}

interface Props extends Omit<ComponentProps<'a'>, 'href'> {
  query: Query;
  /** Go to the top of the results, as for another page of them. */
  toTop?: boolean;
  /** What following it does instead, on a page that can. */
  instead?: (() => void) | undefined;
}

/** A link to a search: a plain one without JavaScript, or with a modifier key. */
export function QueryLink({ query, toTop = false, instead, onClick, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    if (instead) return instead();
    showQuery(query);
    if (!toTop) return;
    window.scrollTo({ top: 0 });
    document.querySelector('h1')?.focus({ preventScroll: true });
  };
  return <a href={hrefOf(query)} onClick={follow} {...rest} />;
}
