import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { awaitEngine } from './ask.ts';
import { EngineError } from './engine-error.ts';
import { childEnvironment } from './environment.ts';
import type { EngineFolder } from './folder.ts';
import { birthOf, isAlive, stopProcess } from './processes.ts';
import { type EngineRecord, writeRecord } from './record.ts';

export const START_PATIENCE_MS = 30_000;
export const PORT_TAKEN = 'Address already in use';

const REMEDY = {
  port: 'Start again: another program took the port in the meantime.',
  database: (path: string) =>
    `Another version of Meilisearch wrote this database. Run that version again (MEILI_BIN), or remove ${path} and index ` +
    'your reports again: nothing is kept there that the reports do not hold.',
  executable:
    'If it is no Meilisearch for this machine, set MEILI_BIN to one that is, or MEILI_URL to a server that is already there.',
};

interface Start {
  executable: string;
  folder: EngineFolder;
  masterKey: string;
  port: number;
}

/**
 * Starts Meilisearch on 127.0.0.1 and waits until it answers, at most 30 s. It outlives this process unless it is stopped.
 * @throws {EngineError} with the last lines of its log, when it cannot be run, ends at once or does not answer.
 */
export async function startEngine(start: Start): Promise<EngineRecord> {
  const child = await spawnEngine(start);
  const birth = birthOf(child);
  const record = { pid: child, birth: birth ?? '', port: start.port, started: new Date().toISOString() };
  // Recorded before it answers: if this process is killed meanwhile, the next one knows what it left.
  if (birth) writeRecord(start.folder.record, record);
  const host = `http://127.0.0.1:${start.port}`;
  const welcome = await awaitEngine(host, start.masterKey, START_PATIENCE_MS, () => isAlive(record));
  if (welcome === 'accepts') return record;
  const ended = !isAlive(record);
  await stopProcess(record);
  throw failedStart(start, ended ? 'ended at once' : 'did not answer within 30 s');
}

async function spawnEngine(start: Start): Promise<number> {
  const { folder, executable } = start;
  if (existsSync(folder.log)) renameSync(folder.log, folder.previousLog);
  const log = openSync(folder.log, 'a', 0o600);
  try {
    // A group of its own: a Ctrl-C in the terminal must not end it under the site that uses it.
    const child = spawn(executable, flags(start), {
      cwd: folder.root,
      detached: true,
      stdio: ['ignore', log, log],
      // A backtrace would push the reason of a failure out of the lines that are shown.
      env: childEnvironment({ MEILI_MASTER_KEY: start.masterKey, TMPDIR: folder.temporary, RUST_BACKTRACE: '0' }),
    });
    await spawned(child);
    child.unref();
    return child.pid ?? 0;
  } catch (cause) {
    throw new EngineError(`${executable} cannot be run: ${String(cause)}`, REMEDY.executable, { cause });
  } finally {
    closeSync(log);
  }
}

function spawned(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
}

function flags({ folder, port }: Start): string[] {
  return [
    ...['--db-path', folder.database, '--http-addr', `127.0.0.1:${port}`, '--env', 'production', '--no-analytics'],
    ...['--dump-dir', folder.dumps, '--snapshot-dir', folder.snapshots],
    // One line a request is written otherwise, and nobody cuts the file.
    ...['--log-level', 'WARN'],
  ];
}

function failedStart({ folder, executable, masterKey }: Start, what: string): EngineError {
  const lines = readFileSync(folder.log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  const tail = lines.replaceAll(masterKey, '(the master key)');
  const message = `the search engine ${what} (${executable}). The end of ${folder.log}:\n${tail || '(empty)'}`;
  if (tail.includes(PORT_TAKEN)) return new EngineError(message, REMEDY.port);
  if (/database version/i.test(tail)) return new EngineError(message, REMEDY.database(folder.database));
  return new EngineError(message, REMEDY.executable);
}
