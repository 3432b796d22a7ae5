import { MOST_TITLE_LETTERS, type SavedSearch, tidyName } from './saved.ts';

/** A name that none of a list has: `Kursk`, `Kursk (2)`. */
function freeName(wanted: string, searches: SavedSearch[]): string {
  const taken = new Set(searches.map(({ name }) => name));
  const name = tidyName(wanted) || 'Untitled';
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const numbered = `${name.slice(0, MOST_TITLE_LETTERS - ending.length).trim()}${ending}`;
    if (!taken.has(numbered)) return numbered;
  }
}

/** The list with one more, at a place of it (else at its end), unless its search is in it already. */
export function withSearch(searches: SavedSearch[], one: SavedSearch, place = searches.length): SavedSearch[] {
  if (searches.some(({ search }) => search === one.search)) return searches;
  const named = { ...one, name: freeName(one.name, searches) };
  return [...searches.slice(0, place), named, ...searches.slice(place)];
}

export function withoutSearch(searches: SavedSearch[], search: string): SavedSearch[] {
  return searches.filter((one) => one.search !== search);
}

export function renamed(searches: SavedSearch[], search: string, name: string): SavedSearch[] {
  const free = freeName(name, withoutSearch(searches, search));
  return searches.map((one) => (one.search === search ? { ...one, name: free } : one));
}

/** What has been seen once stays seen. */
export function lookedAt(searches: SavedSearch[], search: string, looked: string): SavedSearch[] {
  const isLater = (before: string) => Date.parse(before) < Date.parse(looked);
  return searches.map((one) => (one.search === search && isLater(one.looked) ? { ...one, looked } : one));
}

export interface Merged {
  searches: SavedSearch[];
  added: number;
  /** Those that were there already, under what name. */
  present: { name: string; as: string }[];
}

/** Two lists as one: a search that both have keeps its name and what was seen of it here. */
export function mergeSaved(mine: SavedSearch[], theirs: SavedSearch[]): Merged {
  const present = theirs.flatMap(({ name, search }) => {
    const same = mine.find((one) => one.search === search);
    return same ? [{ name, as: same.name }] : [];
  });
  const searches = theirs.reduce<SavedSearch[]>((all, one) => withSearch(all, one), mine);
  return { searches, added: searches.length - mine.length, present };
}
