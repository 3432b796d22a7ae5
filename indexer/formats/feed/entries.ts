import type { parseFeed } from 'feedsmith';

type Feed = ReturnType<typeof parseFeed>;
type Of<Name extends Feed['format']> = Extract<Feed, { format: Name }>['feed'];

/** An item of a feed, in one shape for all kinds; each text as found, empty where there is none. */
export interface Entry {
  id: string;
  title: string;
  link: string;
  /** Against these is a relative link resolved, the innermost last. */
  bases: string[];
  published: string;
  /** HTML, or plain text. */
  text: string;
  /** Who published it: the feed it was taken over from, else the feed itself, else its author. */
  source: string;
  lang: string;
  topics: string[];
}

/** The first that holds something. */
function firstOf(...values: readonly unknown[]): string {
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';
}

function list(...bases: readonly (string | undefined)[]): string[] {
  return bases.filter((base) => base !== undefined);
}

function namesOf(list: readonly { name?: string | undefined }[] | undefined): string[] {
  return list?.flatMap(({ name }) => name ?? []) ?? [];
}

function rssEntries(feed: Of<'rss'>): Entry[] {
  return (feed.items ?? []).map((item) => {
    const guid = firstOf(item.guid?.value);
    const address = item.guid?.isPermaLink !== false && /^https?:/.test(guid) ? guid : '';
    return {
      id: guid,
      title: firstOf(item.title, item.dc?.titles?.[0]),
      link: firstOf(item.link, address),
      bases: list(feed.link),
      published: firstOf(item.pubDate, item.dc?.dates?.[0]),
      text: firstOf(item.content?.encoded, item.description),
      source: firstOf(item.source?.title, feed.title, item.dc?.creators?.[0]),
      lang: firstOf(feed.language, feed.dc?.languages?.[0]),
      topics: namesOf(item.categories),
    };
  });
}

function rdfEntries(feed: Of<'rdf'>): Entry[] {
  return (feed.items ?? []).map((item) => ({
    id: firstOf(item.rdf?.about),
    title: firstOf(item.title, item.dc?.titles?.[0]),
    link: firstOf(item.link, item.rdf?.about),
    bases: list(feed.link),
    published: firstOf(item.dc?.dates?.[0]),
    text: firstOf(item.content?.encoded, item.description),
    source: firstOf(feed.title, item.dc?.publishers?.[0], item.dc?.creators?.[0]),
    lang: firstOf(feed.dc?.languages?.[0]),
    topics: item.dc?.subjects ?? [],
  }));
}

function atomEntries(feed: Of<'atom'>): Entry[] {
  const pageOf = (links: typeof feed.links) =>
    links?.find(({ rel, type }) => (rel ?? 'alternate') === 'alternate' && /html|^$/.test(type ?? ''))?.href;
  return (feed.entries ?? []).map((entry) => ({
    id: firstOf(entry.id),
    title: firstOf(entry.title?.value),
    link: firstOf(pageOf(entry.links)),
    bases: list(pageOf(feed.links), feed.xml?.base, entry.xml?.base),
    published: firstOf(entry.published, entry.updated),
    text: firstOf(entry.content?.value, entry.summary?.value),
    source: firstOf(entry.source?.title?.value, feed.title?.value, entry.authors?.[0]?.name),
    lang: firstOf(entry.xml?.lang, feed.xml?.lang),
    topics: entry.categories?.flatMap(({ label, term }) => label ?? term ?? []) ?? [],
  }));
}

function jsonEntries(feed: Of<'json'>): Entry[] {
  return (feed.items ?? []).map((item) => ({
    id: firstOf(item.id),
    title: firstOf(item.title),
    link: firstOf(item.url),
    bases: list(feed.home_page_url),
    published: firstOf(item.date_published, item.date_modified),
    text: firstOf(item.content_html, item.content_text, item.summary),
    source: firstOf(feed.title, item.authors?.[0]?.name),
    lang: firstOf(item.language, feed.language),
    topics: item.tags ?? [],
  }));
}

export function entriesOf(parsed: Feed): Entry[] {
  switch (parsed.format) {
    case 'rss':
      return rssEntries(parsed.feed);
    case 'rdf':
      return rdfEntries(parsed.feed);
    case 'atom':
      return atomEntries(parsed.feed);
    case 'json':
      return jsonEntries(parsed.feed);
  }
}
