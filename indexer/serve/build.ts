import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stampOf } from '#indexer/stamp.ts';
import { runNext } from './next-process.ts';
import { SiteError } from './site-error.ts';

/** What the built site depends on. */
const SOURCES = ['app', 'lib', 'proxy.ts', 'next.config.js', 'package.json', 'package-lock.json'];

interface Options {
  root: string;
  print: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Builds the site unless it is built from these very sources. It gets no key and no engine.
 * @throws {SiteError} with what Next wrote, when it cannot be built; also when `signal` breaks it off.
 */
export async function buildSite({ root, print, signal }: Options): Promise<void> {
  const stamp = stampOf(root, SOURCES);
  if (isBuilt(root, stamp)) return;
  print('building the site (once)…');
  const build = runNext(['build'], { root, aloud: false });
  const stop = () => void build.stop();
  signal?.addEventListener('abort', stop);
  const code = await build.ended;
  signal?.removeEventListener('abort', stop);
  if (code !== 0) throw new SiteError(`the site could not be built (exit code ${code}):\n${build.output()}`, REMEDY);
  writeFileSync(stampFile(root), stamp);
}

const REMEDY = 'Mend what is named there; if the sources are as they were released, run `npm ci` and start again.';

function isBuilt(root: string, stamp: string): boolean {
  if (!existsSync(join(root, '.next', 'BUILD_ID')) || !existsSync(stampFile(root))) return false;
  return readFileSync(stampFile(root), 'utf8') === stamp;
}

function stampFile(root: string): string {
  return join(root, '.next', 'sitrep-stamp');
}
