import { type IndexName, indexNames } from '#lib/archive/settings.ts';

/** The indexes that a run writes to. */
export type Target = Record<IndexName, string>;

/** The archive that is searched. */
export const current: Target = { findings: 'findings', reports: 'reports', inputs: 'inputs', revisions: 'revisions' };

/** The one that a rebuild makes beside it. Earlier texts stay where they are: a rebuild reads none. */
export const next: Target = {
  findings: 'findings-next',
  reports: 'reports-next',
  inputs: 'inputs-next',
  revisions: 'revisions',
};

/** What a rebuild swaps. */
export const swapped = indexNames.filter((name) => next[name] !== current[name]);
