import type { Tagged } from '#indexer/workers/read-chunks.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import { type LoadOptions, loadBatch } from './batch.ts';
import type { Arrival, Waiting } from './identify-batch.ts';
import { inputId } from './inputs.ts';
import { OnTheWay } from './on-the-way.ts';
import { closedInput, type OpenInput } from './open-inputs.ts';
import { settleInputs } from './settle-inputs.ts';

/** A batch is sent when it has this many reports, or letters in their bodies. */
const BATCH_REPORTS = 400;
const BATCH_LETTERS = 3_000_000;
/** Batches that the engine may have before it: with none it would wait for us. */
const MOST_ON_THE_WAY = 2;

export interface Loader {
  /** Resolves when there is room for more. */
  add: (input: OpenInput, read: Tagged) => Promise<void>;
  /** Nothing more comes of an input. */
  close: (input: OpenInput) => Promise<void>;
  /** Resolves when all is written. */
  finish: () => Promise<void>;
}

/** Notes which reports came of which inputs, and tells of addresses that were not believed. */
function noteArrivals(arrivals: Arrival[], { listener }: LoadOptions): void {
  for (const { input, read, addressOf } of arrivals) {
    input.reports.push({ key: read.key, id: read.report.id });
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

  /** Inputs that are through, once all that they gave is written; and those that are as they were before a batch. */
  async function settleClosed(arrivals: Arrival[], unsettled: InputDocument[]): Promise<void> {
    // What is being read is not done yet.
    const reading = new Set([...open.keys(), ...closed].map(({ change }) => inputId(change.found.file)));
    await settleInputs(
      options,
      unsettled.filter(({ id }) => !reading.has(id)),
    );
    noteArrivals(arrivals, options);
    for (const { input } of arrivals) open.set(input, (open.get(input) ?? 0) - 1);
    const through = closed.filter((input) => (open.get(input) ?? 0) === 0);
    closed = closed.filter((input) => !through.includes(input));
    for (const input of through) open.delete(input);
    await settleInputs(
      options,
      through.map((input) => closedInput(input, options)),
    );
  }

  async function flush(): Promise<void> {
    let rest = batch;
    [batch, letters] = [[], 0];
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
      // Inputs that give nothing fill no batch.
      if (closed.length - batch.length > BATCH_REPORTS) await flush();
    },
    finish: async () => {
      await flush();
      await onTheWay.settle();
    },
  };
}
