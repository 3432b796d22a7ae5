import { decode } from '#indexer/formats/decode.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { type Failure, failure } from './failure.ts';
import { feedLinks, type Kind, kindOf, type Link, sitemapLinks } from './links.ts';
import { charsetOf } from './media.ts';
import type { Run } from './run.ts';
import { type Choice, chooseMore, choosePages, newestFirst, type Target } from './target.ts';
import type { Visited } from './visit.ts';

/** The pages to fetch of a feed or sitemap, and what could not be read below it. */
export interface Listing extends Choice {
  problems: Failure[];
}

function textOf(visited: Visited, run: Run): Outcome<string> {
  const { finalUrl, contentType } = visited.said;
  const bytes = run.bytes(visited);
  if (!bytes.ok) return bytes;
  return decode(bytes.value, finalUrl, charsetOf(contentType) ?? undefined);
}

/** What an address gave, by its content; what is no text is a page. */
export function kindOfVisited(visited: Visited, run: Run): Kind {
  const text = textOf(visited, run);
  return text.ok ? kindOf(text.value) : 'page';
}

function feedOf(visited: Visited, target: Target, run: Run): Outcome<Listing> {
  const text = textOf(visited, run);
  if (!text.ok) return text;
  const links = feedLinks(text.value, visited.said.finalUrl);
  return links.ok ? { ok: true, value: { ...choosePages(links.value, target), problems: [] } } : links;
}

/** Pages of a sitemap older than its own date are older still, so that one from before `since` is left out. */
function recent(links: Link[], since: string | undefined): Link[] {
  return links.filter(({ date }) => !since || !date || date >= since).sort(newestFirst);
}

type Links = ReturnType<typeof sitemapLinks>;

async function linksBelow(url: string, run: Run): Promise<Links> {
  const visited = await run.visit(url);
  const text = visited.ok ? textOf(visited.value, run) : visited;
  const links = text.ok ? sitemapLinks(text.value, url) : text;
  const kept = visited.ok && links.ok ? run.keep(visited.value, 'list') : links;
  return kept.ok ? links : { ...kept, source: url };
}

async function sitemapOf(visited: Visited, target: Target, run: Run): Promise<Outcome<Listing>> {
  const text = textOf(visited, run);
  const first = text.ok ? sitemapLinks(text.value, visited.said.finalUrl) : text;
  if (!first.ok) return first;
  const problems: Failure[] = [];
  let choice = choosePages(first.value.pages, target);
  const queue = recent(first.value.sitemaps, target.since);
  let read = 0;
  for (let next = queue.shift(); next && !run.signal.aborted; next = queue.shift()) {
    if (read >= run.limits.sitemaps) {
      const reason = `${queue.length + 1} of its sitemaps are left out`;
      problems.push(failure(target.url, reason, 'give them as sources of their own'));
      break;
    }
    if (!run.claim(next.url)) continue;
    read += 1;
    const links = await linksBelow(next.url, run);
    if (!links.ok) problems.push(links);
    else {
      // Chosen from sitemap by sitemap: an index may name millions of pages.
      choice = chooseMore(choice, links.value.pages, target);
      queue.push(...recent(links.value.sitemaps, target.since));
    }
  }
  return { ok: true, value: { ...choice, problems } };
}

/** The pages that a feed or sitemap names. A failed outcome where it is none. */
export async function listingOf(visited: Visited, kind: Kind, target: Target, run: Run): Promise<Outcome<Listing>> {
  return kind === 'sitemap' ? sitemapOf(visited, target, run) : feedOf(visited, target, run);
}
