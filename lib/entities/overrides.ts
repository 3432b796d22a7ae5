import * as z from 'zod';
import { Entry, entityFacets } from './entity.ts';

/** `country` is both the state (an actor) and the place (a region) of one id. */
const Facet = z.enum([...entityFacets, 'country']);
export type OverrideFacet = z.infer<typeof Facet>;
const Id = Entry.shape.id;
const Text = z.string().trim().min(1);
const Tagged = z.strictObject({ finding: Text, facet: z.enum(entityFacets), id: Id });

const Actions = z.strictObject({
  /** An entity that the register has not. */
  add: Entry.extend({ facet: Facet }),
  /** More names of one. `cased`: they are also common words, so that they count only with a capital. */
  alias: z.strictObject({ facet: Facet, id: Id, aliases: z.array(Text).min(1), cased: z.boolean().optional() }),
  /** Several are one: `into` gets the names of the others, and what lies in them. */
  merge: z.strictObject({ facet: Facet, from: z.array(Id).min(1), into: Id }),
  /** Another label; the old one stays a name. */
  rename: z.strictObject({ facet: Facet, id: Id, label: Text }),
  /** Takes out an entity, or one of its names. What lay in it then lies in what it lay in. */
  hide: z.strictObject({ facet: Facet, id: Id, alias: Text.optional() }),
  /** A tag on one finding, put there or taken off whatever its text says. */
  pin: Tagged,
  remove: Tagged,
});
type Actions = z.infer<typeof Actions>;
export type ActionName = keyof Actions;

/** What an archive does otherwise than the register: one entry of its `overrides.yaml`. */
export type Override = { [K in ActionName]: { action: K; what: Actions[K] } }[ActionName];

const actionNames = Actions.keyof().options;
const ONE_ACTION = `an entry says one thing: ${actionNames.join(', ')}`;

/** What is wrong with a file of overrides; `path`, from its list on, leads to it. */
export interface Fault {
  ok: false;
  path: PropertyKey[];
  reason: string;
}

function readEntry(entry: unknown, at: number): { ok: true; override: Override } | Fault {
  const names = typeof entry === 'object' && entry !== null ? Object.keys(entry) : [];
  const action = actionNames.find((name) => name === names[0]);
  if (!action || names.length > 1) return { ok: false, path: [at], reason: ONE_ACTION };
  const read = Actions.pick({ [action]: true } as Record<ActionName, true>).safeParse(entry);
  const [issue] = read.error?.issues ?? [];
  if (!read.success) return { ok: false, path: [at, ...(issue?.path ?? [])], reason: issue?.message ?? '' };
  return { ok: true, override: { action, what: read.data[action] } as Override };
}

/** The overrides that a file's content holds, or what is wrong with the first that is. An empty file has none. */
export function readOverrides(content: unknown): { ok: true; overrides: Override[] } | Fault {
  const entries = content ?? [];
  if (!Array.isArray(entries)) return { ok: false, path: [], reason: 'it is to be a list of entries, each after "- "' };
  const overrides: Override[] = [];
  for (const [at, entry] of entries.entries()) {
    const read = readEntry(entry, at);
    if (!read.ok) return read;
    overrides.push(read.override);
  }
  return { ok: true, overrides };
}
