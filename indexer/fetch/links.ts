import { XMLParser } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import * as z from 'zod';
import type { Outcome } from '#indexer/outcome.ts';
import { failure } from './failure.ts';

/** A page that a feed or sitemap names. */
export interface Link {
  /** Absolute. */
  url: string;
  /** When it was published or changed: an ISO instant, null where the list is silent. */
  date: string | null;
}

export type Kind = 'feed' | 'sitemap' | 'page';

const ROOTS: ReadonlyMap<string, Kind> = new Map([
  ['rss', 'feed'],
  ['feed', 'feed'],
  ['RDF', 'feed'],
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemap'],
]);

/** What a text is, by its first element, or by what a JSON feed says of itself. */
export function kindOf(text: string): Kind {
  const start = text
    .slice(0, 10_000)
    .replace(/<!--[\s\S]*?-->/g, '')
    .trimStart();
  if (start.startsWith('{'))
    return /"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(start) ? 'feed' : 'page';
  // Behind the declaration and the document type, which start with other signs than a letter.
  const root = start.startsWith('<') ? /<(?:[a-z][\w-]*:)?([a-z][\w-]*)/i.exec(start)?.[1] : undefined;
  return ROOTS.get(root ?? '') ?? 'page';
}

function linkOf(address: string | undefined, base: string, date: unknown): Link[] {
  if (!address || !URL.canParse(address.trim(), base)) return [];
  const time = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return [{ url: new URL(address.trim(), base).href, date: Number.isNaN(time) ? null : new Date(time).toISOString() }];
}

function based(base: string, ...steps: (string | undefined)[]): string {
  return steps.reduce<string>(
    (from, step) => (step && URL.canParse(step, from) ? new URL(step, from).href : from),
    base,
  );
}

type Parsed = ReturnType<typeof parseFeed>;

function itemLinks(parsed: Parsed, base: string): Link[] {
  if (parsed.format === 'atom') {
    const { entries = [], xml } = parsed.feed;
    return entries.flatMap(({ links = [], published, updated, xml: own }) => {
      const page = links.find(({ rel }) => rel === undefined || rel === 'alternate');
      return linkOf(page?.href, based(base, xml?.base, own?.base), updated ?? published);
    });
  }
  if (parsed.format === 'json')
    return (parsed.feed.items ?? []).flatMap((item) =>
      linkOf(item.url, base, item.date_modified ?? item.date_published),
    );
  if (parsed.format === 'rdf')
    return (parsed.feed.items ?? []).flatMap(({ link, dc }) => linkOf(link, base, dc?.dates?.[0]));
  return (parsed.feed.items ?? []).flatMap(({ link, guid, pubDate, dc }) => {
    const permanent = guid?.isPermaLink !== false && /^https?:/.test(guid?.value ?? '') ? guid?.value : undefined;
    return linkOf(link ?? permanent, base, pubDate ?? dc?.dates?.[0]);
  });
}

/** The pages of a feed's items; those without an address have none. `base`: the feed's own address. */
export function feedLinks(text: string, base: string): Outcome<Link[]> {
  try {
    return { ok: true, value: itemLinks(parseFeed(text), base) };
  } catch {
    return failure(base, 'a feed that cannot be read', 'check the address, or say `kind: page`');
  }
}

const oneOrMany = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema),
  );
const Entry = z.object({
  loc: z.string().optional(),
  lastmod: z.string().optional(),
  news: z.object({ publication_date: z.string().optional() }).optional().catch(undefined),
});
const Sitemap = z.object({
  urlset: z.preprocess((value) => value || {}, z.object({ url: oneOrMany(Entry) })).optional(),
  sitemapindex: z.preprocess((value) => value || {}, z.object({ sitemap: oneOrMany(Entry) })).optional(),
});

const xml = new XMLParser({ removeNSPrefix: true, parseTagValue: false, processEntities: true });

/** The pages that a sitemap names, and the sitemaps that an index names. */
export function sitemapLinks(text: string, base: string): Outcome<{ pages: Link[]; sitemaps: Link[] }> {
  try {
    const { urlset, sitemapindex } = Sitemap.parse(xml.parse(text));
    if (!urlset && !sitemapindex) return failure(base, 'not a sitemap', 'check the address, or leave out its `kind`');
    const links = (entries: z.infer<typeof Entry>[]) =>
      entries.flatMap(({ loc, lastmod, news }) => linkOf(loc, base, lastmod ?? news?.publication_date));
    return { ok: true, value: { pages: links(urlset?.url ?? []), sitemaps: links(sitemapindex?.sitemap ?? []) } };
  } catch {
    return failure(base, 'a sitemap that cannot be read', 'check the address, or tell the site');
  }
}
