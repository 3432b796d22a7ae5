import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';

/** The paths of the embedded engine, all below `engine/` in the data folder. */
function engineFolder(dataFolder: string) {
  const root = join(dataFolder, 'engine');
  return {
    root,
    database: join(root, 'data'),
    dumps: join(root, 'dumps'),
    snapshots: join(root, 'snapshots'),
    temporary: join(root, 'tmp'),
    holders: join(root, 'holders'),
    masterKey: join(root, 'master.key'),
    record: join(root, 'engine.json'),
    log: join(root, 'engine.log'),
    previousLog: join(root, 'engine.previous.log'),
    lock: join(root, 'lock'),
    checkedFiles: join(root, 'checked.json'),
    executable: join(root, 'bin', 'meilisearch'),
  };
}
export type EngineFolder = ReturnType<typeof engineFolder>;

/** @throws {EngineError} when the data folder may not be written. */
export function makeEngineFolder(dataFolder: string): EngineFolder {
  const folder = engineFolder(dataFolder);
  try {
    mkdirSync(folder.root, { recursive: true, mode: 0o700 });
    for (const path of [folder.holders, folder.temporary]) mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw new EngineError(
      `the data folder ${dataFolder} cannot be written: ${String(cause)}`,
      'Make it writable, or set SITREP_DATA to a folder that is.',
      { cause },
    );
  }
  return folder;
}
