'use client';
import { useEffect, useRef } from 'react';
import { hrefOf } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { showQuery } from './asking.ts';

/** Browsers refuse to write the address more than some times a second. */
const EVERY_MS = 150;

/** A change that the reader is still at: it is seen at once, and is one step of Back. */
export interface Gesture {
  show: (query: Query) => void;
  /** Shows what is not yet shown; what comes after is another gesture. */
  end: () => void;
  /** Goes back to the search before. */
  giveUp: () => void;
}

/** `onShown` is called when the address says all that was to be shown. */
export function useGesture(onShown: () => void): Gesture {
  const timer = useRef(0);
  const next = useRef<Query>(null);
  /** The address that this gesture wrote last. What the browser has for it can lag behind while the page is drawn. */
  const written = useRef<string>(null);
  useEffect(() => {
    const onBack = () => {
      written.current = null;
    };
    window.addEventListener('popstate', onBack);
    return () => {
      window.removeEventListener('popstate', onBack);
      window.clearTimeout(timer.current);
    };
  }, []);
  const flush = () => {
    window.clearTimeout(timer.current);
    timer.current = 0;
    const query = next.current;
    next.current = null;
    const before = written.current ?? window.location.pathname + window.location.search;
    if (query && hrefOf(query) !== before) {
      showQuery(query, written.current === null ? 'push' : 'replace');
      written.current = hrefOf(query);
    }
    onShown();
  };
  const show = (query: Query) => {
    next.current = query;
    timer.current ||= window.setTimeout(flush, EVERY_MS);
  };
  const end = () => {
    flush();
    written.current = null;
  };
  const giveUp = () => {
    next.current = null;
    if (written.current !== null) window.history.back();
    end();
  };
  return { show, end, giveUp };
}
