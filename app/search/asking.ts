import { hrefOf } from '#lib/search/edit.ts';
import type { Query } from '#lib/search/query.ts';
import { formatQuery, parseQuery } from '#lib/search/url.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { shared } from '../ui/shared.ts';
import { queryClient } from './query-client.ts';
import { SEARCHES, searchOptions } from './search-options.ts';

type How = 'push' | 'replace';

/** An address waits so long for its answer, at most. */
const PATIENCE_MS = 100;

const asking = shared(false);
const ahead = shared<Query | null>(null);
let last: Promise<void> | undefined;
let unwritten: { query: Query; how: How; timer: number } | undefined;

/** Is the answer awaited that was asked for last? A hook. */
export const useAsking = asking.useValue;
/** The search that is shown before the address says it, and as long as it does. A hook. */
export const useAhead = ahead.useValue;

/** Asks for an answer ahead of the page that shows it; no answer before it is awaited any longer. */
function ask(query: Query, onAnswer?: () => void): void {
  const client = queryClient();
  // Going through all that was asked before takes longer with each search.
  if (last) void client.cancelQueries({ queryKey: SEARCHES });
  const asked = client.prefetchQuery(searchOptions(query));
  last = asked;
  asking.set(true);
  void asked.then(() => {
    if (last !== asked) return;
    last = undefined;
    onAnswer?.();
    asking.set(false);
  });
}

function forget(): void {
  window.clearTimeout(unwritten?.timer);
  unwritten = undefined;
}

function show(query: Query, how: How): void {
  forget();
  ahead.set(query);
  if (how === 'replace') window.history.replaceState(null, '', hrefOf(query));
  else window.history.pushState(null, '', hrefOf(query));
}

if (typeof window !== 'undefined')
  window.addEventListener('popstate', () => {
    forget();
    ahead.set(null);
  });

/** The address says what is asked for, now. */
export function settle(): void {
  if (unwritten) show(unwritten.query, unwritten.how);
}

/** Too many words, as a chosen one more may make: the page of the address says so. */
function isSearch(query: Query): boolean {
  return parseQuery(new URLSearchParams(formatQuery(query))).ok;
}

/**
 * Shows a query without a round trip for the page: its address is pushed, and whoever reads the address follows. While
 * the reader is still at it (typing, brushing), `replace` leaves one step of Back for all of it. The answer is asked for
 * at once, not when the page has followed, and no other is awaited.
 */
export function showQuery(query: Query, how: How = 'push'): void {
  if (!isSearch(query)) {
    window.location.assign(hrefOf(query));
    return;
  }
  ask(query);
  show(query, how);
}

/** The same for what is typed, of which the answer comes first: the browser's part in an address takes some of a key's time. */
export function showTyped(query: Query, how: How): void {
  if (!isSearch(query)) {
    showQuery(query, how);
    return;
  }
  window.clearTimeout(unwritten?.timer);
  const timer = window.setTimeout(settle, PATIENCE_MS);
  const mine = { query, how: unwritten?.how === 'push' ? 'push' : how, timer };
  unwritten = mine;
  ask(query, () => {
    if (unwritten !== mine) return;
    ahead.set(query);
    afterPaint(() => unwritten === mine && settle());
  });
}
