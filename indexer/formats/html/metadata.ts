import { foldSpaces } from '../clean.ts';
import type { Metadata } from '../format.ts';
import { addressOf } from './address.ts';
import { articleOf, textOf } from './json-ld.ts';
import { titleOf } from './title.ts';

/** Where pages say when they were published, the surest first: selector and the attribute that holds it. */
const PUBLISHED = [
  ['meta[property="article:published_time"]', 'content'],
  ['[property~="dc:date"][content], [property~="dc:created"][content]', 'content'],
  ['[itemprop="datePublished"][content]', 'content'],
  ['[itemprop="datePublished"][datetime]', 'datetime'],
  ['meta[name="dcterms.issued" i], meta[name="dcterms.created" i], meta[name="dcterms.date" i]', 'content'],
  ['meta[name="dc.date" i], meta[name="dc.date.issued" i], meta[name="dc:date" i]', 'content'],
  ['meta[name="publish-date" i], meta[name="pubdate" i], meta[name="publishdate" i], meta[name="date" i]', 'content'],
  [
    'meta[name="article:published_time"], meta[property="og:published_time"], meta[name="citation_publication_date"]',
    'content',
  ],
  ['article time[datetime], main time[datetime]', 'datetime'],
  ['time[pubdate][datetime]', 'datetime'],
] as const;

function attribute(document: Document, selector: string, name: string): string | null {
  return foldSpaces(document.querySelector(selector)?.getAttribute(name) ?? '') || null;
}

function languageOf(document: Document): string | null {
  const stated =
    document.documentElement?.getAttribute('lang') ?? attribute(document, 'meta[property="og:locale"]', 'content');
  const code = /^([a-z]{2})(?![a-z])/i.exec(stated ?? '')?.[1]?.toLowerCase();
  return code ?? null;
}

/** What a page says of itself. `text` is its source, searched for its own address. */
export function metadataOf(document: Document, text: string): Metadata {
  const article = articleOf(document);
  const source =
    attribute(document, 'meta[property="og:site_name"], meta[name="og:site_name"]', 'content') ??
    textOf(article.publisher) ??
    attribute(
      document,
      'meta[name="application-name"], meta[name="dcterms.publisher" i], meta[name="dc.publisher" i]',
      'content',
    );
  const url = addressOf(document, text, textOf(article.mainEntityOfPage) ?? textOf(article.url));
  const stated = PUBLISHED.map(([selector, name]) => attribute(document, selector, name)).find(Boolean);
  return {
    title: titleOf(document, { name: source, url }, textOf(article.headline)),
    url,
    source,
    lang: languageOf(document),
    date:
      attribute(document, 'meta[name="covers" i], meta[name="dcterms.temporal" i]', 'content') ??
      textOf(article.temporalCoverage),
    published: textOf(article.datePublished) ?? stated ?? null,
  };
}
