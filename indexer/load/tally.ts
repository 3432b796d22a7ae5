import type { Problem } from '#lib/archive/records.ts';

/** What a run has done so far; it grows as the run goes on. */
export interface Tally {
  /** Files met; of those, files that were read, and files that needed no reading or allowed none. */
  files: number;
  read: number;
  passed: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Findings written. */
  findings: number;
  /** Reports that joined another's group. */
  copies: number;
  /** Inputs, and items of inputs, that could not be read. */
  problems: number;
  /** Reports whose files are gone; they are kept unless the run prunes. */
  missing: number;
  removed: number;
}

export function newTally(): Tally {
  const none = { files: 0, read: 0, passed: 0, added: 0, changed: 0, unchanged: 0, findings: 0 };
  return { ...none, copies: 0, problems: 0, missing: 0, removed: 0 };
}

/** A stretch of a run: the files that it was given; those of a rebuild, or the reports that are tagged anew, which are known to be so many. */
export type Stage = { is: 'index' } | { is: 'rebuild' | 'retag'; files: number };

/** What a run tells as it goes. */
export interface Listener {
  /** An input, or an item of one, could not be read. */
  onProblem?: (problem: Problem) => void;
  /** Something that the user should know, and that is no failure. */
  onNotice?: (notice: string) => void;
  /** A stretch of the run begins; the tally begins anew. A run begins with its files, unless this tells otherwise. */
  onStage?: (stage: Stage) => void;
}
