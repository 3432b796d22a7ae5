import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../../shared');

/** A file or folder of real reports beside the project, or null, with the reason printed, where there are none. */
export function sharedFile(path: string): string | null {
  const file = resolve(FOLDER, path);
  if (existsSync(file)) return file;
  process.stderr.write(`skipped: ${file} is not there\n`);
  return null;
}
