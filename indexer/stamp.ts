import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

function filesIn(root: string, path: string): string[] {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole)
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`));
}

/** A sha256 of the paths and contents of files, and of all that lies in folders, below a root. */
export function stampOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((one) => filesIn(root, one))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** What makes documents of files: if any of it changes, the same files may give others. */
const READERS = [
  ...['formats', 'findings', 'dates', 'tagging', 'duplicates'].map((folder) => `indexer/${folder}`),
  ...['read-report.ts', 'publisher.ts', 'language.ts'].map((file) => `indexer/${file}`),
  ...['report', 'entities', 'facets', 'archive'].map((folder) => `lib/${folder}`),
  'package-lock.json',
];

/** Tells whether what was read and tagged once would be read and tagged alike now, with the overrides of this edition. */
export function readerStamp(edition = ''): string {
  const stamp = stampOf(join(import.meta.dirname, '..'), READERS);
  return edition === '' ? stamp : createHash('sha256').update(`${stamp}\0${edition}`).digest('hex');
}
