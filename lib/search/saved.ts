import { isInstant } from '#lib/report/day.ts';
import { emptyQuery, type Query } from './query.ts';
import { formatQuery, parseQuery } from './url.ts';

/** A search that a reader keeps. */
export interface SavedSearch {
  /** Of its list, each another. */
  name: string;
  /** The query as its address has it; no other of its list is the same. */
  search: string;
  /** The instant up to which the archive's additions have been seen. */
  looked: string;
}

/** What could not be read, as it was found, and why. */
export interface Unread {
  content: string;
  reason: string;
}

export interface ReadSearches {
  searches: SavedSearch[];
  unread: Unread[];
}

const VERSION = 1;
const FILE_KEYS = ['savedSearches', 'version'];
const SEARCH_KEYS = ['looked', 'name', 'search'];
export const MOST_TITLE_LETTERS = 120;

/** Of a query what is worth keeping: not how far it has been paged through, nor since when it was asked. */
export function searchOf(query: Query): string {
  const { facetLimit } = emptyQuery();
  return formatQuery({ ...query, page: 1, since: null, facetLimit });
}

/** What came into the archive since a search was last looked at; null where the grammar no longer has it. */
export function newSince({ search, looked }: SavedSearch): Query | null {
  const parsed = parseQuery(new URLSearchParams(search));
  return parsed.ok ? { ...parsed.query, since: looked } : null;
}

export function tidyName(name: string): string {
  return name.replace(/\s+/g, ' ').trim().slice(0, MOST_TITLE_LETTERS).trim();
}

/** Saved searches as a file has them, which `parseSaved` reads. */
export function writeSaved(searches: SavedSearch[]): string {
  return `${JSON.stringify({ version: VERSION, savedSearches: searches }, null, 2)}\n`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Record<string, unknown>, keys: string[]): boolean {
  return Object.keys(value).sort().join() === keys.join();
}

/** A saved search, or why it is none. */
function savedSearch(value: unknown): SavedSearch | string {
  if (!isRecord(value) || !hasOnly(value, SEARCH_KEYS)) return 'It does not have just a name, a search and “looked”.';
  const { name, search, looked } = value;
  if (typeof name !== 'string' || name === '' || name !== tidyName(name)) return 'Its name is not one.';
  if (typeof looked !== 'string' || !isInstant(looked)) return `“${name}”: “looked” is no instant.`;
  if (typeof search !== 'string') return `“${name}”: its search is no text.`;
  const parsed = parseQuery(new URLSearchParams(search));
  if (!parsed.ok) return `“${name}”: ${parsed.problems.map(({ detail }) => detail).join(' ')}`;
  return { name, search: searchOf(parsed.query), looked };
}

function listOf(text: string): unknown[] | string {
  const file = jsonOf(text);
  if (file === undefined) return 'It is not JSON.';
  if (!isRecord(file) || !('savedSearches' in file)) return 'It holds no saved searches.';
  if (file.version !== VERSION) return `It is of version ${file.version}; this page reads version ${VERSION}.`;
  if (!hasOnly(file, FILE_KEYS) || !Array.isArray(file.savedSearches)) return 'It holds more than saved searches.';
  return file.savedSearches;
}

/** The saved searches of a file: strict, so that nothing is dropped by writing them again; what it cannot read is told. */
export function parseSaved(text: string): ReadSearches {
  const list = listOf(text);
  if (typeof list === 'string') return { searches: [], unread: [{ content: text, reason: list }] };
  const read: ReadSearches = { searches: [], unread: [] };
  for (const value of list) {
    const one = savedSearch(value);
    const reason = typeof one === 'string' ? one : clash(one, read.searches);
    if (typeof one === 'string' || reason) read.unread.push({ content: JSON.stringify(value), reason: `${reason}` });
    else read.searches.push(one);
  }
  return read;
}

function clash({ name, search }: SavedSearch, searches: SavedSearch[]): string | undefined {
  const same = searches.find((one) => one.search === search || one.name === name);
  if (!same) return undefined;
  return same.search === search ? `“${name}” is the same search as “${same.name}”.` : `There are two “${name}”.`;
}
