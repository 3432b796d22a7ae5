import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sha256 } from '#lib/report/ids.ts';
import type { Media } from './media.ts';
import { type Meta, type Place, placeOf, readMeta } from './meta.ts';

export type Stored = 'new' | 'changed' | 'unchanged';

/** What the reply said of itself. */
export type Said = Omit<Meta, 'fetchedAt' | 'checkedAt' | 'sha256' | 'file'>;

// Synchronous, so that two fetches that end at one address cannot come between each other's steps.
function write(file: string, content: Uint8Array | string): void {
  const half = `${file}.half`;
  writeFileSync(half, content);
  renameSync(half, file);
}

function writeMeta({ folder, meta: file }: Place, meta: Meta): void {
  mkdirSync(folder, { recursive: true });
  write(file, `${JSON.stringify(meta, null, 2)}\n`);
}

/** The current original stays where it is, and is kept under the time of its coming as well. */
function keepEarlier({ folder, name }: Place, { file, fetchedAt }: Meta): void {
  if (!file) return;
  const history = join(folder, 'history');
  const kept = join(history, `${name}.${fetchedAt.replaceAll(':', '')}${extname(file)}`);
  mkdirSync(history, { recursive: true });
  // There already: a run was killed between the original and its meta, which still speaks of the one kept.
  if (!existsSync(kept)) write(kept, readFileSync(join(folder, file)));
}

/** What is stored of an address, null where nothing is, or the original was taken away. */
export function storedMeta(dataFolder: string, url: string): Meta | null {
  const place = placeOf(dataFolder, url);
  const meta = readMeta(place.meta);
  return meta?.file && !existsSync(join(place.folder, meta.file)) ? null : meta;
}

/** The bytes stored of an address. @throws when there are none. */
export function storedBytes(dataFolder: string, url: string): Buffer {
  const { folder } = placeOf(dataFolder, url);
  return readFileSync(join(folder, storedMeta(dataFolder, url)?.file ?? ''));
}

/** Stores an original under its final address, the earlier one kept. @throws when the disk does not take it. */
export function storeOriginal(dataFolder: string, said: Said, { body, ending }: Media, now: string): Stored {
  const place = placeOf(dataFolder, said.finalUrl);
  const earlier = storedMeta(dataFolder, said.finalUrl);
  const hash = sha256(body);
  const file = `${place.name}${ending}`;
  const same = earlier?.sha256 === hash && earlier.file === file;
  if (!same) {
    mkdirSync(place.folder, { recursive: true });
    if (earlier) keepEarlier(place, earlier);
    write(join(place.folder, file), body);
  }
  const fetchedAt = same ? earlier.fetchedAt : now;
  writeMeta(place, { ...said, fetchedAt, checkedAt: now, sha256: hash, file });
  if (earlier?.file && earlier.file !== file) rmSync(join(place.folder, earlier.file), { force: true });
  if (same) return 'unchanged';
  return earlier?.file ? 'changed' : 'new';
}

/** The site said that nothing changed (304). */
export function storeUnchanged(dataFolder: string, meta: Meta, now: string): void {
  writeMeta(placeOf(dataFolder, meta.finalUrl), { ...meta, checkedAt: now });
}

/** An address that leads to another. What it held itself goes to the history. */
export function storeRedirect(dataFolder: string, url: string, { finalUrl, role }: Said, now: string): void {
  const place = placeOf(dataFolder, url);
  const earlier = storedMeta(dataFolder, url);
  if (place.meta === placeOf(dataFolder, finalUrl).meta) return;
  if (earlier) keepEarlier(place, earlier);
  const nothing = { etag: null, lastModified: null, contentType: null, sha256: null, file: null };
  writeMeta(place, { url, finalUrl, status: 302, fetchedAt: now, checkedAt: now, role, ...nothing });
  if (earlier?.file) rmSync(join(place.folder, earlier.file), { force: true });
}
