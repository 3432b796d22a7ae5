import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The embedded engine's master key, 32 random bytes in hex, made when there is none. Only the owner may read the file. */
export function masterKeyIn(file: string): string {
  const known = readKey(file);
  if (known) {
    chmodSync(file, 0o600);
    return known;
  }
  const key = randomBytes(32).toString('hex');
  // Written aside, so that no crash leaves half a key: the database's keys are derived from it.
  writeFileSync(`${file}.new`, `${key}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return key;
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
