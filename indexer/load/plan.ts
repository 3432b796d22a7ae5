import { type Documents, documentsOf, inGroup } from '#lib/archive/documents.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Arrival } from './identify-batch.ts';
import { inputId } from './inputs.ts';
import type { KnownReport } from './known.ts';

/** What a batch changes in the archive. */
export interface Plan {
  /** To be written whole. */
  documents: Documents[];
  /** Of those, what the archive has in another form. */
  edited: KnownReport[];
  /** Of those, the ones whose text is another: the old one is kept. */
  revised: KnownReport[];
  /** Earlier texts of reports that another file has a newer text of. */
  outdated: Documents[];
  /** How many are as they were. */
  unchanged: number;
}

function inputsOf(readings: Arrival[]): string[] {
  const inputs = readings.flatMap(({ before, input }) => [...(before?.inputs ?? []), inputId(input.change.found.file)]);
  return [...new Set(inputs)];
}

function documentsFor({ read, before, input }: Arrival, inputs: string[], register: Register, now: string): Documents {
  const { report, sketch } = read;
  const isRevised = before !== undefined && before.hash !== report.hash;
  const made = documentsOf(before ? { ...report, archivedAt: before.archivedAt } : report, register, {
    sketch,
    inputs,
    modified: input.change.facts.modified,
    revisedAt: isRevised ? now : (before?.revisedAt ?? null),
    revisions: (before?.revisions ?? 0) + (isRevised ? 1 : 0),
  });
  return before ? inGroup(made, before.group) : made;
}

function isOutdated({ before, read, own, input }: Arrival): boolean {
  if (before === undefined || own || before.hash === read.report.hash) return false;
  return before.modified > input.change.facts.modified;
}

/** Readings of one report in a batch have one text: see `identifyBatch`. `now` is an ISO instant. */
export function planOf(arrivals: Arrival[], register: Register, now: string): Plan {
  const byId = new Map<string, Arrival[]>();
  for (const one of arrivals) byId.set(one.read.report.id, [...(byId.get(one.read.report.id) ?? []), one]);
  const plan: Plan = { documents: [], edited: [], revised: [], outdated: [], unchanged: arrivals.length - byId.size };
  for (const readings of byId.values()) {
    const [first] = readings as [Arrival];
    const { before, own } = first;
    const made = documentsFor(first, inputsOf(readings), register, now);
    if (isOutdated(first)) plan.outdated.push(made);
    else if (own && readings.length === 1 && before?.revision === made.report.revision) plan.unchanged += 1;
    else {
      plan.documents.push(made);
      if (before) plan.edited.push(before);
      if (before && before.hash !== made.report.hash) plan.revised.push(before);
    }
  }
  return plan;
}
