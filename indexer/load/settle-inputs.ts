import type { InputDocument } from '#lib/archive/records.ts';
import { knownInputs } from './inputs.ts';
import { done } from './tasks.ts';
import { send, type Writing } from './write.ts';

/** Writes inputs' documents; done when this resolves. */
export async function settleInputs(
  { client, target }: Pick<Writing, 'client' | 'target'>,
  inputs: InputDocument[],
): Promise<void> {
  for (const task of await send(client, target.inputs, inputs)) await done(task, inputs[0]?.file ?? 'inputs');
}

/**
 * Before what inputs gave is changed: notes of each that it is not done, so that a run that ends here is made good by
 * the next. The answer are those that were done, as they were.
 */
export async function unsettleInputs(writing: Writing, ids: string[]): Promise<InputDocument[]> {
  const known = await knownInputs(writing.client, writing.target.inputs, [...new Set(ids)]);
  const settled = [...known.values()].filter(({ done }) => done);
  await settleInputs(
    writing,
    settled.map((input) => ({ ...input, done: false })),
  );
  return settled;
}
