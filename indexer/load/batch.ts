import type { EnqueuedTaskPromise } from 'meilisearch';
import type { Documents } from '#lib/archive/documents.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import type { Register } from '#lib/entities/register.ts';
import { groupsFor, isGrouped, leaveGroups, united, wholeGroups } from './groups.ts';
import { earlierId, placesOf } from './identify.ts';
import { type Arrival, identifyBatch, type Waiting } from './identify-batch.ts';
import { lookUp } from './known.ts';
import type { OnTheWay } from './on-the-way.ts';
import { type Plan, planOf } from './plan.ts';
import { keepOutdated, keepRevisions } from './revisions.ts';
import { unsettleInputs } from './settle-inputs.ts';
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

/** Of which report something read was. */
export interface Placed extends Pick<Arrival, 'input' | 'addressOf'> {
  key: string | null;
  id: string;
}

function placedOf({ input, addressOf, read }: Arrival): Placed {
  return { input, addressOf, key: read.key, id: read.report.id };
}

/** Which reports a batch is of, by what the archive has; see `identifyBatch`. */
export async function arrivalsOf(
  batch: Waiting[],
  { client, origin, target }: Pick<LoadOptions, 'client' | 'origin' | 'target'>,
  onTheWay: Pick<OnTheWay, 'reports'>,
): Promise<Arrival[]> {
  const ids = batch.flatMap(({ input: { change }, read }) => {
    const [place = ''] = placesOf(read, change);
    return [read.report.id, earlierId(read, change) ?? '', place].filter(Boolean);
  });
  const hashes = batch.map(({ read: { report } }) => report.hash);
  const wanted = { ids: [...new Set(ids)], hashes: [...new Set(hashes)] };
  const indexes = { origin: origin?.reports, target: target.reports };
  return identifyBatch(batch, await lookUp(client, indexes, wanted, onTheWay.reports()));
}

/** The documents of a plan, and those of other reports that change with them. */
async function withGroups(plan: Plan, options: LoadOptions, onTheWay: OnTheWay): Promise<Documents[]> {
  const fresh = new Set(plan.fresh.map(({ report }) => report.id));
  const grouped = plan.edited.filter(isGrouped);
  // Its text, and with it perhaps its group, is another.
  await leaveGroups(
    options,
    grouped.filter(({ id }) => fresh.has(id)),
  );
  const found = await groupsFor(options, plan.fresh, onTheWay.reports());
  // Of those that are new together, one is no copy.
  const joined = found.map((names) => Math.min(names.length - 1, names.filter((name) => fresh.has(name)).length));
  options.tally.copies += joined.reduce((sum, count) => sum + count, 0);
  const kept = grouped.filter(({ id }) => !fresh.has(id));
  const groups = kept.reduce((all, { group }) => united(all, [group]), found);
  if (groups.length > 0) await onTheWay.settle();
  return wholeGroups(options, groups, plan.documents);
}

/**
 * Brings a batch to the engine; `after` is run when all of it is done, with the inputs that were marked as not done
 * meanwhile. What it could not place yet is the answer.
 */
export async function loadBatch(
  batch: Waiting[],
  options: LoadOptions,
  onTheWay: OnTheWay,
  after: (placed: Placed[], unsettled: InputDocument[]) => Promise<EnqueuedTaskPromise[]>,
): Promise<Waiting[]> {
  const { register, tally, now } = options;
  const arrivals = await arrivalsOf(batch, options, onTheWay);
  const plan = planOf(arrivals, register, now);
  if (plan.edited.length + plan.outdated.length > 0) await onTheWay.settle();
  const unsettled = await unsettleInputs(
    options,
    plan.edited.flatMap(({ inputs }) => inputs),
  );
  const documents = await withGroups(plan, options, onTheWay);
  await keepRevisions(options, plan.revised);
  await keepOutdated(options, plan.outdated);
  await deleteStale(options, plan.edited, documents);
  const tasks = await sendAll(options, documents);
  // What is on its way holds no findings: there may be many.
  const placed = arrivals.map(placedOf);
  const counts = countsOf(plan);
  onTheWay.push({
    ...{ tasks, reports: documents.map(({ report }) => report), what: namesOf(documents) },
    after: async () => {
      for (const [key, count] of Object.entries(counts)) tally[key as keyof typeof counts] += count;
      return after(placed, unsettled);
    },
  });
  return batch.slice(arrivals.length);
}

function countsOf({ documents, edited, outdated, unchanged }: Plan) {
  return {
    added: documents.length - edited.length,
    changed: edited.length,
    unchanged: unchanged + outdated.length,
    findings: documents.reduce((sum, one) => sum + one.findings.length, 0),
  };
}
