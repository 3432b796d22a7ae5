/** What became of one input: the value, or why it could not be read and what to do. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; source: string; reason: string; remedy: string };
