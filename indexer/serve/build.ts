import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stampOf } from '#indexer/stamp.ts';
import { runNext } from './next-process.ts';
import { SiteError } from './site-error.ts';

/** A Next app of this project. */
export interface NextApp {
  name: string;
  /** Below the project's root. */
  folder: string;
  /** What the built app depends on, below the root too. */
  sources: readonly string[];
}

export const SITE: NextApp = {
  name: 'the site',
  folder: '.',
  sources: ['app', 'lib', 'proxy.ts', 'next.config.js', 'package.json', 'package-lock.json'],
};

interface Options {
  root: string;
  app?: NextApp;
  print: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Builds an app, the site unless another is named, if it is not built from these very sources. It gets no key and no engine.
 * @throws {SiteError} with what Next wrote, when it cannot be built; also when `signal` breaks it off.
 */
export async function buildSite({ root, app = SITE, print, signal }: Options): Promise<void> {
  const stamp = stampOf(root, app.sources);
  const output = join(root, app.folder, '.next');
  if (isBuilt(output, stamp)) return;
  print(`building ${app.name} (once)…`);
  const build = runNext(['build', app.folder], { root, aloud: false });
  const stop = () => void build.stop();
  signal?.addEventListener('abort', stop);
  const code = await build.ended;
  signal?.removeEventListener('abort', stop);
  if (code !== 0) throw new SiteError(`${app.name} could not be built (exit code ${code}):\n${build.output()}`, REMEDY);
  writeFileSync(stampFile(output), stamp);
}

const REMEDY = 'Mend what is named there; if the sources are as they were released, run `npm ci` and start again.';

function isBuilt(output: string, stamp: string): boolean {
  if (!existsSync(join(output, 'BUILD_ID')) || !existsSync(stampFile(output))) return false;
  return readFileSync(stampFile(output), 'utf8') === stamp;
}

function stampFile(output: string): string {
  return join(output, 'sitrep-stamp');
}
