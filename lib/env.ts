import { resolve } from 'node:path';

function text(name: string): string | null {
  return process.env[name]?.trim() || null;
}

/** The settings that come from outside; every other module takes them from here. Read at call time, so that a test can set its own. */
export const env = {
  /** The one folder that state lives in. */
  dataFolder: () => resolve(text('SITREP_DATA') ?? '.sitrep'),
  /** A Meilisearch that is already there; with it nothing is started. */
  meiliUrl: () => text('MEILI_URL'),
  /** The key with which the indexer writes to `MEILI_URL`. */
  meiliMasterKey: () => text('MEILI_MASTER_KEY'),
  /** The key of the site's process: it may search, and nothing else. */
  meiliSearchKey: () => text('MEILI_SEARCH_KEY'),
  /** A Meilisearch executable to run. */
  meiliBin: () => text('MEILI_BIN'),
  /** The host name that the site listens on. */
  host: () => text('HOST'),
  port: () => Number(text('PORT') ?? 3000),
  /** Where the user stood when `npm run` moved to the project. */
  callerFolder: () => text('INIT_CWD') ?? process.cwd(),
  /** Was this process started by an npm script? */
  underNpm: () => text('npm_lifecycle_event') !== null,
  /** What a child process inherits. */
  inherited: () => ({ ...process.env }),
};
