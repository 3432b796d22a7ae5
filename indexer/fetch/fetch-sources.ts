import type { Outcome } from '#indexer/outcome.ts';
import type { Link } from './links.ts';
import { kindOfVisited, listingOf } from './listing.ts';
import { merge } from './merge.ts';
import { addressKey } from './meta.ts';
import type { FetchOptions } from './options.ts';
import { createRun, type Run } from './run.ts';
import type { Stored } from './store.ts';
import type { LeftOut, Target } from './target.ts';
import type { Visited } from './visit.ts';

/** What became of an address. */
export type Fetched =
  | { state: Stored; url: string }
  /** A feed or sitemap was read: so many of its pages are fetched next. */
  | { state: 'listed'; url: string; pages: number; left: LeftOut }
  /** Left as it is, for it was asked less than `every` ago. */
  | { state: 'not due'; url: string; until: string };

type Fetching = AsyncGenerator<Outcome<Fetched>>;

function kept(visited: Visited, role: 'reports' | 'list', run: Run): Outcome<Fetched> {
  const stored = run.keep(visited, role);
  return stored.ok ? { ok: true, value: { state: stored.value, url: visited.said.url } } : stored;
}

async function* fetchPages(links: Link[], run: Run): Fetching {
  for (const { url } of links) {
    if (run.signal.aborted) return;
    if (!run.claim(url)) continue;
    const visited = await run.visit(url);
    if (!visited.ok) yield visited;
    else if (unclaimed(visited.value, run)) yield kept(visited.value, 'reports', run);
  }
}

/** Whether redirects, if any, led to a page that no other source of this run has. */
function unclaimed({ said: { url, finalUrl } }: Visited, run: Run): boolean {
  return addressKey(url) === addressKey(finalUrl) || run.claim(finalUrl);
}

function byHost(links: Link[]): Link[][] {
  const hosts = new Map<string, Link[]>();
  for (const link of links) {
    const { host } = new URL(link.url);
    const known = hosts.get(host);
    if (known) known.push(link);
    else hosts.set(host, [link]);
  }
  return [...hosts.values()];
}

async function* fetchList(visited: Visited, kind: 'feed' | 'sitemap', target: Target, run: Run): Fetching {
  const listing = await listingOf(visited, kind, target, run);
  if (!listing.ok) return yield { ...listing, source: target.url };
  const { chosen, left, problems } = listing.value;
  yield* problems;
  yield { ok: true, value: { state: 'listed', url: target.url, pages: chosen.length, left } };
  yield* merge(byHost(chosen).map((pages) => fetchPages(pages, run)));
  if (run.signal.aborted) return;
  // Last, so that a run which is killed asks for the list again, and for the pages that it has not come to.
  const outcome = run.keep(visited, 'list');
  if (!outcome.ok) yield outcome;
}

async function* fetchTarget(target: Target, run: Run): Fetching {
  const { url, every, pages = true } = target;
  const until = every ? run.notBefore(url, every) : null;
  if (until) return yield { ok: true, value: { state: 'not due', url, until } };
  if (!run.claim(url)) return;
  const visited = await run.visit(url);
  if (!visited.ok) return yield visited;
  const kind = target.kind ?? kindOfVisited(visited.value, run);
  if (kind === 'page' || (kind === 'feed' && !pages)) yield kept(visited.value, 'reports', run);
  else yield* fetchList(visited.value, kind, target, run);
}

/**
 * Fetches feeds, sitemaps and pages into the originals of the data folder, politely; each address's outcome comes as
 * it is known. Whoever stops reading stops the run.
 */
export async function* fetchSources(targets: Target[], options: FetchOptions): AsyncGenerator<Outcome<Fetched>> {
  const stop = new AbortController();
  const run = createRun(options, AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]));
  try {
    yield* merge(targets.map((target) => fetchTarget(target, run)));
  } finally {
    stop.abort();
    run.close();
  }
}
