import type { Query } from '#lib/search/query.ts';
import { shared } from '../ui/shared.ts';
import { queryClient } from './query-client.ts';
import { SEARCHES, searchOptions } from './search-options.ts';

const asking = shared(false);
let last: Promise<void> | undefined;

/** Asks for a search's answer ahead of the page that shows it; no answer before it is awaited any longer. */
export function askFor(query: Query): void {
  const client = queryClient();
  // Going through all that was asked before takes longer with each search.
  if (last) void client.cancelQueries({ queryKey: SEARCHES });
  const asked = client.prefetchQuery(searchOptions(query));
  last = asked;
  asking.set(true);
  void asked.then(() => {
    if (last !== asked) return;
    last = undefined;
    asking.set(false);
  });
}

/** Is the answer awaited that was asked for last? A hook. */
export const useAsking = asking.useValue;
