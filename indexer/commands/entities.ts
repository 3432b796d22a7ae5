import { editOverrides, withEntry, withoutEntry } from '#indexer/curation/edit.ts';
import { pendingOverrides } from '#indexer/curation/pending.ts';
import { harmless, print, printJson } from '#indexer/print.ts';
import { loadRegister } from '#lib/entities/load.ts';
import type { ActionName, Override } from '#lib/entities/overrides.ts';
import { type OverridesFile, overridesFile, readOverridesFile } from '#lib/entities/overrides-file.ts';
import { env } from '#lib/env.ts';
import { slug } from '#lib/report/ids.ts';
import { OptionError } from './option-error.ts';

const NEXT = 'it waits: "sitrep entities preview" shows what it touches, "sitrep entities apply" brings it in';

/** `3  merge   actor wagner-pmc, redut into wagner-group`. */
function lineOf({ action, what }: Override, at: number): string {
  const { facet, ...rest } = what;
  const parts = Object.entries(rest).flatMap(([name, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const text = Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : value;
    return [name === 'id' || name === 'from' ? `${text}` : `${name} ${text}`];
  });
  return harmless(`${String(at + 1).padStart(3)}  ${action.padEnd(6)}  ${facet} ${parts.join('; ')}`);
}

function file(): string {
  return overridesFile(env.dataFolder());
}

/** `sitrep entities add | alias | merge | …`: one more entry in the file, if the register allows it. */
export async function overrideCommand(action: ActionName, what: object): Promise<number> {
  const { overrides } = editOverrides(file(), loadRegister(), ({ text }) => withEntry(text, action, what));
  const added = overrides.at(-1);
  if (added) print(lineOf(added, overrides.length - 1));
  print(NEXT);
  return 0;
}

export interface AddOptions {
  id?: string;
  type?: string;
  alias?: string[];
  demonym?: string[];
  parent?: string;
  cased?: boolean;
  phrase?: string[];
}

/** `strike drone=3`: what a phrase weighs, 2 where nothing is said. */
function phrasesOf(phrases: string[]): Record<string, number> {
  return Object.fromEntries(
    phrases.map((one) => {
      const [, text = one, weight = '2'] = /^(.*)=(-?\d+(?:\.\d+)?)$/.exec(one) ?? [];
      return [text, Number(weight)];
    }),
  );
}

/** `sitrep entities add FACET LABEL`: the id is made of the label unless one is given. */
export function addCommand(facet: string, label: string, options: AddOptions): Promise<number> {
  const { id = slug(label), type, alias, demonym, parent, cased, phrase } = options;
  return overrideCommand('add', {
    ...{ facet, id, label },
    ...(type && { type }),
    ...(alias && { aliases: alias }),
    ...(demonym && { demonyms: demonym }),
    ...(parent && { parent }),
    ...(cased && { cased }),
    ...(phrase && { phrases: phrasesOf(phrase) }),
  });
}

/** `sitrep entities undo [NUMBER]`: takes an entry out of the file, the last unless one is named. */
export async function undoCommand(number: string | undefined): Promise<number> {
  let taken = '';
  editOverrides(file(), loadRegister(), ({ overrides, text }) => {
    const at = number === undefined ? overrides.length - 1 : Number(number) - 1;
    const override = overrides[at];
    if (!override)
      throw new OptionError(
        number === undefined ? 'there is no override to take back' : `there is no override ${number}`,
        'sitrep entities list numbers them',
      );
    taken = lineOf(override, at);
    return withoutEntry(text, at);
  });
  print(`taken back:\n${taken}\n${NEXT}`);
  return 0;
}

function pendingOf(draft: OverridesFile): string {
  const { isPending } = pendingOverrides(loadRegister(), env.dataFolder());
  if (isPending) return `not applied yet: ${NEXT}`;
  return draft.overrides.length > 0 ? 'all applied' : 'nothing is overridden';
}

/** `sitrep entities list`: what is overridden, numbered. */
export async function listCommand({ json = false }: { json?: boolean }): Promise<number> {
  const draft = readOverridesFile(file());
  if (json) {
    const { isPending } = pendingOverrides(loadRegister(), env.dataFolder());
    printJson({
      file: file(),
      pending: isPending,
      overrides: draft.overrides.map(({ action, what }) => ({ [action]: what })),
    });
    return 0;
  }
  for (const [at, one] of draft.overrides.entries()) print(lineOf(one, at));
  print(pendingOf(draft));
  return 0;
}
