import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSources, type Sources } from './sources.ts';

/** Under the project's folder, which is the working folder of the site and of every npm script. */
const SOURCES_FILE = join(process.cwd(), 'lib/report/sources.yaml');

/** The register of publishers. @throws Error naming what is wrong with the file. */
export function loadSources(file = SOURCES_FILE): Sources {
  return parseSources(readFileSync(/* turbopackIgnore: true */ file, 'utf8'));
}
