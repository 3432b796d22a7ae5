import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { sha256 } from '#lib/report/ids.ts';

const THREAD = join(import.meta.dirname, 'worker.ts');
/** Beside the packages, which the threads' code imports. */
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/sitrep');

/**
 * The threads' code as one file of plain JavaScript: with a loader of TypeScript each thread would start another, and
 * translate all of it anew. Answers its path.
 */
export async function bundleThread(): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [THREAD], bundle: true, packages: 'external', write: false },
    ...{ platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' },
  });
  const [code] = outputFiles;
  if (!code) throw new Error('the threads’ code could not be bundled');
  const file = join(CACHE, `thread-${sha256(code.contents).slice(0, 16)}.mjs`);
  mkdirSync(dirname(file), { recursive: true });
  // Another run may be about to read it.
  const half = `${file}.${process.pid}`;
  writeFileSync(half, code.contents);
  renameSync(half, file);
  return file;
}
