import { type Documents, documentsOf, inGroup } from '#lib/archive/documents.ts';
import type { Register } from '#lib/entities/register.ts';
import { isSameFile } from './identify.ts';
import type { Arrival } from './identify-batch.ts';
import { inputId } from './inputs.ts';
import type { KnownReport } from './known.ts';

/** What a batch changes in the archive. */
export interface Plan {
  /** To be written whole. */
  documents: Documents[];
  /** Of those, what the archive has in another form. */
  edited: KnownReport[];
  /** Of those, the ones whose group is to be found. */
  fresh: Documents[];
  /** What gets another text: the old one is kept. */
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

/** Does the reading take the place of another text? */
function isRevision({ before, read, input: { change } }: Arrival): boolean {
  if (before === undefined || before.hash === read.report.hash) return false;
  // A rebuild that reads a file otherwise than it was read before has no later text of it.
  return !(before.earlier && isSameFile(change));
}

/** Is a report's text that of another file, which has not gone? */
function isOfAnother({ from, inputs }: KnownReport, input: string): boolean {
  return from !== input && inputs.includes(from);
}

function documentsFor(reading: Arrival, inputs: string[], register: Register, now: string): Documents {
  const { before, input } = reading;
  const { report, sketch } = reading.read;
  const revised = isRevision(reading);
  const own = { from: inputId(input.change.found.file), modified: input.change.facts.modified };
  const { from, modified } = before?.hash === report.hash && isOfAnother(before, own.from) ? before : own;
  return documentsOf(before ? { ...report, archivedAt: before.archivedAt } : report, register, {
    ...{ sketch, inputs, from, modified },
    revisedAt: revised ? now : (before?.revisedAt ?? null),
    revisions: (before?.revisions ?? 0) + (revised ? 1 : 0),
  });
}

/** Has another file a later text of the report? Of two files of one time, the one that was read first has. */
function isOutdated({ before, read, own, input: { change } }: Arrival): boolean {
  if (before === undefined || own || before.hash === read.report.hash) return false;
  return isOfAnother(before, inputId(change.found.file)) && before.modified >= change.facts.modified;
}

/** Readings of one report in a batch have one text: see `identifyBatch`. `now` is an ISO instant. */
export function planOf(arrivals: Arrival[], register: Register, now: string): Plan {
  const byId = new Map<string, Arrival[]>();
  for (const one of arrivals) byId.set(one.read.report.id, [...(byId.get(one.read.report.id) ?? []), one]);
  const plan: Plan = { documents: [], edited: [], fresh: [], revised: [], outdated: [], unchanged: 0 };
  plan.unchanged = arrivals.length - byId.size;
  for (const readings of byId.values()) {
    const [first] = readings as [Arrival];
    const { before, own } = first;
    const there = before?.earlier ? undefined : before;
    const made = documentsFor(first, inputsOf(readings), register, now);
    const isFresh = !own || before?.hash !== made.report.hash;
    if (isOutdated(first)) {
      // A rebuild gets the later text from the file that has it, or else from the earlier archive.
      if (there) plan.outdated.push(made);
      else plan.unchanged += 1;
    } else if (own && readings.length === 1 && before?.revision === made.report.revision) plan.unchanged += 1;
    else {
      const documents = isFresh || !before ? made : inGroup(made, before.group);
      plan.documents.push(documents);
      if (there) plan.edited.push(there);
      if (isFresh) plan.fresh.push(documents);
      if (isRevision(first) && before) plan.revised.push(before);
    }
  }
  return plan;
}
