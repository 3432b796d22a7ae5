'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { parseSaved, type ReadSearches, type SavedSearch, writeSaved } from '#lib/search/saved.ts';

const KEY = 'sitrep.saved';
/** What could not be read, one a line: why, a tab, and what was found as a JSON string. */
const ASIDE = 'sitrep.saved.aside';

const watchers = new Set<() => void>();

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', watcher);
  };
}

/** null: nothing is there, or this browser keeps nothing. */
function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function readSearches(text: string | null): ReadSearches {
  return text === null ? { searches: [], unread: [] } : parseSaved(text);
}

/** Writes what changes, after putting aside what could not be read. False: this browser did not keep it. */
export function updateSaved(change: (searches: SavedSearch[]) => SavedSearch[]): boolean {
  const { searches, unread } = readSearches(read(KEY));
  const aside = unread
    .map(({ reason, content }) => `${reason.replace(/\s/g, ' ')}\t${JSON.stringify(content)}\n`)
    .join('');
  try {
    if (aside) window.localStorage.setItem(ASIDE, `${read(ASIDE) ?? ''}${aside}`);
    window.localStorage.setItem(KEY, writeSaved(change(searches)));
  } catch {
    return false;
  }
  for (const watcher of watchers) watcher();
  return true;
}

export function discardAside(): void {
  window.localStorage.removeItem(ASIDE);
  for (const watcher of watchers) watcher();
}

interface Kept extends ReadSearches {
  /** What was put aside, a line each; empty where nothing was. */
  aside: string;
}

/** What this browser keeps, whichever tab wrote it. */
export function useSaved(): Kept {
  const text = useSyncExternalStore(watch, () => read(KEY));
  const aside = useSyncExternalStore(watch, () => read(ASIDE)) ?? '';
  const searches = useMemo(() => readSearches(text), [text]);
  return { ...searches, aside };
}
