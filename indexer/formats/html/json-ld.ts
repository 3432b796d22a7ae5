import { foldSpaces } from '../clean.ts';
import { documentOf } from './dom.ts';

const ARTICLE = /^(?:\w*Article|Report|BlogPosting|\w*Posting|LiveBlogPosting|WebPage)$/;

type Thing = Record<string, unknown>;

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string');
}

function things(value: unknown, depth = 0): Thing[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((item) => things(item, depth + 1));
  if (!isThing(value)) return [];
  return [value, ...things(value['@graph'], depth + 1), ...things(value.mainEntity, depth + 1)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*(?:\/\/)?<!\[CDATA\[|(?:\/\/)?\]\]>\s*$/g, ''));
  } catch {
    return null;
  }
}

/** The article that a page's JSON-LD describes, or an empty object. */
export function articleOf(document: Document): Thing {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const articles = scripts
    .flatMap((script) => things(parsed(script.textContent ?? '')))
    .filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  return articles.find((thing) => !typesOf(thing).includes('WebPage')) ?? articles[0] ?? {};
}

/** JSON-LD is written by templates that escape it as if it were HTML: "AT&amp;T". */
function decoded(text: string): string {
  if (!/&[#\w]+;/.test(text)) return text;
  return documentOf(`<p>${text.replaceAll('<', '&lt;')}</p>`).body.textContent ?? text;
}

/** A property as text: itself, or the `name` or `@id` of what it names. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return foldSpaces(decoded(value)) || null;
  if (Array.isArray(value)) return textOf(value[0]);
  return isThing(value) ? textOf(value.name ?? value['@id'] ?? null) : null;
}
