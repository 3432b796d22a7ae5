import { canonicalUrl } from '#lib/report/ids.ts';
import type { Declared } from '#lib/report/report.ts';
import { foldSpaces } from './clean.ts';
import type { Metadata } from './format.ts';
import { plainText } from './text-blocks.ts';

/** What a field of a table, of JSON or of front matter may hold, and the names it is known by, the surest first. */
export const fieldNames = {
  id: ['id', 'guid', 'uuid', 'identifier'],
  title: ['title', 'headline', 'заголовок', 'назва'],
  text: ['text', 'body', 'content', 'fulltext', 'article', 'contenttext', 'текст'],
  html: ['html', 'contenthtml', 'bodyhtml'],
  summary: ['description', 'summary', 'abstract', 'excerpt', 'опис', 'описание'],
  url: ['url', 'canonical', 'canonicalurl', 'link', 'permalink', 'sourceurl', 'посилання', 'ссылка'],
  source: ['source', 'publisher', 'site', 'sitename', 'agency', 'джерело', 'источник'],
  lang: ['lang', 'language', 'locale', 'мова', 'язык'],
  date: ['covers', 'covered', 'reportdate', 'date', 'дата'],
  published: [
    'published',
    'publishedat',
    'publishdate',
    'pubdate',
    'datepublished',
    'publicationdate',
    'timestamp',
    'опубліковано',
    'опубликовано',
  ],
  actor: ['actor', 'actors'],
  region: ['region', 'regions', 'регіон', 'регион'],
  topic: ['topic', 'topics', 'тема'],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof fieldNames;

/** Fields that may hold a report's text, the surest first. */
export const textFields = ['text', 'html', 'summary'] as const satisfies readonly Field[];

export function isField(name: string): name is Field {
  return Object.hasOwn(fieldNames, name);
}

/** A name without case, spaces and marks: "Published_at" -> "publishedat". */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const INNER = ['name', 'title', 'value', 'text', 'rendered'];

function innerValue(value: object): unknown {
  const inner = INNER.map((name): unknown => (Object.hasOwn(value, name) ? Reflect.get(value, name) : null));
  return inner.find((one) => typeof one === 'string');
}

/** A value as text: of an object its name, of a list its parts, one a line. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return value.map((one: unknown) => (Array.isArray(one) ? '' : written(one))).join('\n');
  const inner = typeof value === 'object' && value !== null ? innerValue(value) : value;
  return inner === null || inner === undefined || typeof inner === 'object' ? '' : String(inner);
}

/** Seconds or milliseconds since 1970 and `20250301` as others write them; all else as it is. */
function dateWords(words: string): string {
  const [, year, month, day] = /^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$/.exec(words) ?? [];
  if (year) return `${year}-${month}-${day}`;
  if (!/^\d{10}(?:\d{3})?(?:\.\d+)?$/.test(words)) return words;
  const number = Number(words);
  return new Date(number < 1e11 ? number * 1000 : number).toISOString();
}

/** What a document says of itself, from a reader of its fields: the text of one, empty where there is none. */
export function metadataOf(read: (field: Field) => string): Metadata {
  const words = (field: Field) => foldSpaces(read(field)) || null;
  const url = words('url');
  return {
    title: foldSpaces(plainText(read('title'))) || null,
    url: url && canonicalUrl(url),
    source: words('source'),
    lang: languageCode(read('lang')),
    date: dateWords(words('date') ?? '') || null,
    published: dateWords(words('published') ?? '') || null,
  };
}

/** "en-US" -> "en"; null for what is no code. */
function languageCode(text: string): string | null {
  return /^[a-z]{2}(?![a-z])/i.exec(text.trim())?.[0].toLowerCase() ?? null;
}

/** The values of a list, or of a cell that parts them by `;` or `|`, each once. */
function valuesOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : written(value).split(/[;|]/);
  return [...new Set(list.map((one) => foldSpaces(written(one))).filter(Boolean))];
}

/** Actors, regions and topics that fields state; undefined where they state none. */
export function declaredOf(read: (field: Field) => unknown): Declared | undefined {
  const declared = {
    actor: valuesOf(read('actor')),
    region: valuesOf(read('region')),
    topic: valuesOf(read('topic')),
  };
  return Object.values(declared).some(({ length }) => length > 0) ? declared : undefined;
}
