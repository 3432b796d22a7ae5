import type { EnqueuedTaskPromise } from 'meilisearch';
import type { Tagged } from '#indexer/workers/read-chunks.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import { type LoadOptions, loadBatch, type Placed } from './batch.ts';
import type { Waiting } from './identify-batch.ts';
import { inputId } from './inputs.ts';
import { OnTheWay } from './on-the-way.ts';
import { closedInput, type OpenInput } from './open-inputs.ts';
import { send } from './write.ts';

/** A batch is sent when it has this many reports, or letters in their bodies. */
const BATCH_REPORTS = 100;
const BATCH_LETTERS = 1_000_000;
/** Batches that the engine may have before it: with none it would wait for us. */
const MOST_ON_THE_WAY = 6;

export interface Loader {
  /** Resolves when there is room for more. */
  add: (input: OpenInput, read: Tagged) => Promise<void>;
  /** Nothing more comes of an input. */
  close: (input: OpenInput) => Promise<void>;
  /** Resolves when all is written. */
  finish: () => Promise<void>;
}

/** Notes which reports came of which inputs, and tells of addresses that were not believed. */
function notePlaced(placed: Placed[], { listener }: LoadOptions): void {
  for (const { input, key, id, addressOf } of placed) {
    input.reports.push({ key, id });
    if (addressOf)
      listener.onNotice?.(
        `${input.change.found.name}: its address is that of “${addressOf.title}”, another report; kept apart`,
      );
  }
}

/** Brings reports into the engine, batch by batch; some are written while the next is gathered. */
export function createLoader(options: LoadOptions): Loader {
  const onTheWay = new OnTheWay();
  const open = new Map<OpenInput, number>();
  let closed: OpenInput[] = [];
  let batch: Waiting[] = [];
  let letters = 0;
  /** Inputs closed since the last batch that gave nothing, so that they fill none. */
  let empty = 0;

  /** Inputs that are through, once all that they gave is written; and those that are as they were before a batch. */
  function settleClosed(placed: Placed[], unsettled: InputDocument[]): Promise<EnqueuedTaskPromise[]> {
    // What is being read is not done yet.
    const reading = new Set([...open.keys(), ...closed].map(({ change }) => inputId(change.found.file)));
    notePlaced(placed, options);
    for (const { input } of placed) open.set(input, (open.get(input) ?? 0) - 1);
    const through = closed.filter((input) => (open.get(input) ?? 0) === 0);
    closed = closed.filter((input) => (open.get(input) ?? 0) > 0);
    for (const input of through) open.delete(input);
    return send(options.client, options.target.inputs, [
      ...unsettled.filter(({ id }) => !reading.has(id)),
      ...through.map((input) => closedInput(input, options)),
    ]);
  }

  async function flush(): Promise<void> {
    let rest = batch;
    [batch, letters, empty] = [[], 0, 0];
    do {
      rest = await loadBatch(rest, options, onTheWay, settleClosed);
      await onTheWay.settle(MOST_ON_THE_WAY);
    } while (rest.length > 0);
  }

  return {
    add: async (input, read) => {
      batch.push({ input, read });
      open.set(input, (open.get(input) ?? 0) + 1);
      letters += read.report.body.length;
      if (batch.length >= BATCH_REPORTS || letters >= BATCH_LETTERS) await flush();
    },
    close: async (input) => {
      closed.push(input);
      if (!open.has(input)) empty += 1;
      if (empty >= BATCH_REPORTS) await flush();
    },
    finish: async () => {
      await flush();
      await onTheWay.settle();
    },
  };
}
