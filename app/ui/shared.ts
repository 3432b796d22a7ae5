'use client';
import { useSyncExternalStore } from 'react';

/** A value that parts of the page share which know nothing of one another. */
export interface Shared<T> {
  set: (value: T) => void;
  /** A hook. */
  useValue: () => T;
}

export function shared<T>(first: T): Shared<T> {
  let value = first;
  const watchers = new Set<() => void>();
  const watch = (watcher: () => void) => {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  };
  return {
    set: (next) => {
      value = next;
      for (const watcher of watchers) watcher();
    },
    useValue: () =>
      useSyncExternalStore(
        watch,
        () => value,
        () => first,
      ),
  };
}
