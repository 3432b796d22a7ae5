import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { endings } from '#indexer/formats/formats.ts';
import { mappingEnding, readMapping } from '#indexer/formats/mapping.ts';
import type { Outcome } from '#indexer/outcome.ts';
import type { Problem } from '#lib/archive/records.ts';

/** A file to read. */
export interface Found {
  /** Relative to the folder that was indexed, with `/`; for a file named by itself, its name. */
  path: string;
  /** Where it lies: absolute. */
  file: string;
  /** As the user would name it, for messages. */
  name: string;
  /** The folder that was indexed, or that of a file named by itself: absolute. */
  root: string;
  /** The address from which it was fetched, canonical; null for a file that was just there. */
  url: string | null;
  /** What the server said of its bytes' encoding, where that is not UTF-8: `windows-1251`. */
  charset?: string;
  /** Which column or field holds what, where the user said so: our name -> theirs. */
  mapping?: Readonly<Record<string, string>>;
  /** Why it is not to be read, whatever it holds: an input that is known, and has this problem. */
  refused?: Problem;
}

/** `report.2025-03-01` has no ending: what follows the dot is no kind of file. */
function endingOf(name: string): string {
  const ending = extname(name).toLowerCase();
  return /^\.[a-z][a-z0-9]{0,8}$/.test(ending) ? ending : '';
}

function failure(source: string, reason: string, remedy: string): Outcome<never> {
  return { ok: false, source, reason, remedy };
}

/** A file, refused where its name says that it is of no format. */
function fileOf(found: Found): Found {
  const ending = endingOf(found.name);
  if (ending === '' || endings.includes(ending)) return found;
  const reason = `not a format this version reads (${ending})`;
  return { ...found, refused: { source: found.name, reason, remedy: `give it as one of ${endings.join(' ')}` } };
}

/** A file with the mapping that lies beside it, `reports.csv.map.yaml`, where there is one. */
async function mapped(found: Found): Promise<Found> {
  const file = `${found.file}${mappingEnding}`;
  const there = await stat(file).catch(() => null);
  const mapping = there ? await readMapping(file, `${found.name}${mappingEnding}`) : null;
  if (!mapping) return found;
  if (mapping.ok) return { ...found, mapping: mapping.value };
  const { source, reason, remedy } = mapping;
  return { ...found, refused: { source, reason, remedy } };
}

/** Is the file the mapping of one that is there? */
async function isMapping(file: string): Promise<boolean> {
  if (!file.endsWith(mappingEnding)) return false;
  return (await stat(file.slice(0, -mappingEnding.length)).catch(() => null)) !== null;
}

function listed(entry: Dirent): boolean {
  return !entry.name.startsWith('.') && entry.name !== 'node_modules';
}

async function* walk(found: Found, seen: Set<string>): AsyncIterable<Outcome<Found>> {
  const info = await stat(found.file).catch(() => null);
  if (!info) return yield failure(found.name, 'no such file or folder', 'check the spelling of the path');
  const real = await realpath(found.file);
  // Links may lead back up the tree, or to a file that was met already.
  if (seen.has(real)) return;
  seen.add(real);
  if (info.isFile()) {
    if (await isMapping(found.file)) return;
    const single = found.path === '';
    const file = fileOf(single ? { ...found, path: basename(found.file), root: dirname(found.file) } : found);
    return yield { ok: true, value: await mapped(file) };
  }
  if (!info.isDirectory()) return yield failure(found.name, 'not a file or folder', 'leave it out');
  const entries = await readdir(found.file, { withFileTypes: true }).catch(() => null);
  if (!entries) return yield failure(found.name, 'the folder may not be read', 'check its permissions');
  for (const { name } of entries.filter(listed).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = found.path ? `${found.path}/${name}` : name;
    yield* walk({ ...found, path, file: join(found.file, name), name: join(found.name, name) }, seen);
  }
}

/**
 * The files to read below `paths`, one at a time: folders in the order of names, each file once, hidden files and
 * `node_modules` left out. What is missing comes as a failed outcome; what is of another format, as a file that is refused.
 */
export async function* discover(paths: string[]): AsyncIterable<Outcome<Found>> {
  const seen = new Set<string>();
  for (const name of paths) {
    const file = resolve(name);
    yield* walk({ path: '', file, name, root: file, url: null }, seen);
  }
}
