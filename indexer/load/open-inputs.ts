import type { Outcome } from '#indexer/outcome.ts';
import type { InputDocument, Problem } from '#lib/archive/records.ts';
import { type Change, inputDocument } from './inputs.ts';

/** Of one input; more are counted. */
const MOST_PROBLEMS = 1000;

/** An input whose reports are on their way. */
export interface OpenInput {
  change: Change;
  reports: InputDocument['reports'];
  problems: Problem[];
  failed: number;
}

export function openInput(change: Change): OpenInput {
  return { change, reports: [], problems: [], failed: 0 };
}

export function noteProblem(
  input: OpenInput,
  { source, reason, remedy }: Extract<Outcome<never>, { ok: false }>,
): void {
  input.failed += 1;
  if (input.problems.length < MOST_PROBLEMS) input.problems.push({ source, reason, remedy });
}

/** An input's document when it is through; what it gave once and does not give now is noted. */
export function closedInput(
  { change, reports, problems, failed }: OpenInput,
  { stamp, now }: { stamp: string; now: string },
): InputDocument {
  const ids = new Set(reports.map(({ id }) => id));
  const earlier = [...(change.known?.reports ?? []).map(({ id }) => id), ...(change.known?.gone ?? [])];
  const gone = [...new Set(earlier)].filter((id) => !ids.has(id));
  return inputDocument(change, { stamp, readAt: now, reports, problems, failed, gone });
}
