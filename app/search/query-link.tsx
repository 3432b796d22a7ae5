'use client';
import type { ComponentProps, MouseEvent } from 'react';
import { hrefOf } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { showQuery } from './asking.ts';

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
