import type { Documents } from '#lib/archive/documents.ts';
import type { Register } from '#lib/entities/register.ts';
import { isGrouped, joinGroups, wholeGroups } from './groups.ts';
import { type Arrival, identifyBatch, type Waiting } from './identify-batch.ts';
import { lookUp } from './known.ts';
import type { OnTheWay } from './on-the-way.ts';
import { type Plan, planOf } from './plan.ts';
import { keepOutdated, keepRevisions } from './revisions.ts';
import { settleInputs, unsettleInputs } from './settle-inputs.ts';
import type { Listener, Tally } from './tally.ts';
import type { Target } from './target.ts';
import { deleteStale, namesOf, sendAll, type Writing } from './write.ts';

/** What a run brings reports into the archive with. */
export interface LoadOptions extends Writing {
  /** The archive that a rebuild is made from. */
  origin?: Target;
  register: Register;
  /** Of what reads and tags. */
  stamp: string;
  tally: Tally;
  listener: Listener;
  /** Samples that are known to be of standing phrases; it grows. */
  standing: Set<number>;
}

/** Which reports a batch is of, by what the archive has; see `identifyBatch`. */
export async function arrivalsOf(
  batch: Waiting[],
  { client, origin, target }: Pick<LoadOptions, 'client' | 'origin' | 'target'>,
  onTheWay: Pick<OnTheWay, 'reports'>,
): Promise<Arrival[]> {
  const ids = batch.flatMap(({ input: { change }, read: { report, key } }) => {
    const earlier = change.known?.reports.find((one) => one.key === key)?.id;
    return earlier ? [report.id, earlier] : [report.id];
  });
  const hashes = batch.flatMap(({ read: { report } }) => (report.url === null ? [report.hash] : []));
  const wanted = { ids: [...new Set(ids)], hashes: [...new Set(hashes)] };
  const indexes = [...(origin ? [origin.reports] : []), target.reports];
  return identifyBatch(batch, await lookUp(client, indexes, wanted, onTheWay.reports()));
}

/** The documents of a plan, and those of other reports that change with them. */
async function withGroups(plan: Plan, options: LoadOptions, onTheWay: OnTheWay): Promise<Documents[]> {
  const known = new Map(plan.edited.map((one) => [one.id, one]));
  // A rebuild finds all groups anew.
  const fresh = plan.documents.filter(({ report }) => options.origin || known.get(report.id)?.hash !== report.hash);
  await joinGroups(options, fresh, onTheWay.reports());
  const inGroups = plan.documents.filter(({ report }) => {
    const before = options.origin ? undefined : known.get(report.id);
    return report.group !== report.id || (before && isGrouped(before));
  });
  options.tally.copies += fresh.filter(({ report }) => report.group !== report.id).length;
  const groups = new Set(inGroups.map(({ report }) => report.group));
  if (groups.size === 0) return plan.documents;
  await onTheWay.settle();
  const members = await wholeGroups(options, plan.documents, [...groups]);
  const apart = plan.documents.filter(({ report }) => !groups.has(report.group));
  return [...apart, ...members];
}

/** Brings a batch to the engine; `after` is run when all of it is done. What it could not place yet is the answer. */
export async function loadBatch(
  batch: Waiting[],
  options: LoadOptions,
  onTheWay: OnTheWay,
  after: (arrivals: Arrival[]) => Promise<void>,
): Promise<Waiting[]> {
  const { register, tally, now } = options;
  const arrivals = await arrivalsOf(batch, options, onTheWay);
  const plan = planOf(arrivals, register, now);
  const edited = plan.edited.length > 0;
  if (edited) await onTheWay.settle();
  const documents = await withGroups(plan, options, onTheWay);
  const unsettled = edited
    ? await unsettleInputs(
        options,
        plan.edited.flatMap(({ inputs }) => inputs),
      )
    : [];
  await keepRevisions(options, plan.revised);
  await keepOutdated(options, plan.outdated);
  await deleteStale(options, plan.edited, documents);
  const tasks = await sendAll(options, documents);
  onTheWay.push({
    ...{ documents, tasks, what: namesOf(documents) },
    after: async () => {
      await settleInputs(options, unsettled);
      await after(arrivals);
      count(tally, plan);
    },
  });
  return batch.slice(arrivals.length);
}

function count(tally: Tally, { documents, edited, outdated, unchanged }: Plan): void {
  tally.added += documents.length - edited.length;
  tally.changed += edited.length;
  tally.unchanged += unchanged + outdated.length;
  tally.findings += documents.reduce((sum, one) => sum + one.findings.length, 0);
}
