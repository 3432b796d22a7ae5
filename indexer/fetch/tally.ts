import type { Outcome } from '#indexer/outcome.ts';
import type { Fetched } from './fetch-sources.ts';

/** What a run came to. Pages; `notDue` counts sources. */
export interface Tally {
  new: number;
  changed: number;
  unchanged: number;
  notDue: number;
  /** Left out of their feed or sitemap by include, exclude, since or limit. */
  leftOut: number;
  failed: number;
}

export const nothingFetched: Tally = { new: 0, changed: 0, unchanged: 0, notDue: 0, leftOut: 0, failed: 0 };

export function counted(tally: Tally, outcome: Outcome<Fetched>): Tally {
  if (!outcome.ok) return { ...tally, failed: tally.failed + 1 };
  const fetched = outcome.value;
  switch (fetched.state) {
    case 'listed': {
      const { excluded, older, overLimit } = fetched.left;
      return { ...tally, leftOut: tally.leftOut + excluded + older + overLimit };
    }
    case 'not due':
      return { ...tally, notDue: tally.notDue + 1 };
    case 'new':
    case 'changed':
    case 'unchanged':
      return { ...tally, [fetched.state]: tally[fetched.state] + 1 };
  }
}
