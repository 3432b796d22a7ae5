import { existsSync, rmSync } from 'node:fs';
import { awaitEngine } from './ask.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { findExecutable } from './find.ts';
import { type EngineFolder, makeEngineFolder } from './folder.ts';
import { addHolder, countHolders } from './holders.ts';
import { withLock } from './lock.ts';
import { masterKeyIn } from './master-key.ts';
import { enginePort } from './port.ts';
import { isAlive, stopProcess } from './processes.ts';
import { type EngineRecord, readRecord } from './record.ts';
import { searchKeyOf } from './search-key.ts';
import { PORT_TAKEN, START_PATIENCE_MS, startEngine } from './start.ts';

/** The engine of a data folder, shared by all processes that open it and ended by the last that closes it. */
export async function openEmbedded(dataFolder: string): Promise<Engine> {
  const folder = makeEngineFolder(dataFolder);
  const { record, masterKey, release } = await withLock(folder.lock, async () => {
    const masterKey = masterKeyIn(folder.masterKey);
    const record = (await adopt(folder, masterKey)) ?? (await start(folder, masterKey));
    return { record, masterKey, release: addHolder(folder.holders) };
  });
  const host = hostOf(record);
  let closing: Promise<void> | undefined;
  return {
    host,
    masterKey,
    searchKey: () => searchKeyOf(host, masterKey),
    isRunning: () => isAlive(record),
    close: () => (closing ??= leave(folder, record, release)),
  };
}

/** The engine on record, if it runs and takes our key, whoever started it; what does not is ended. */
async function adopt(folder: EngineFolder, masterKey: string): Promise<EngineRecord | null> {
  const record = readRecord(folder.record);
  if (!record || !isAlive(record)) return null;
  const welcome = await awaitEngine(hostOf(record), masterKey, START_PATIENCE_MS, () => isAlive(record));
  if (welcome === 'accepts') return record;
  // Two engines must never write one database, so the one that hangs goes first.
  await stopProcess(record);
  return null;
}

async function start(folder: EngineFolder, masterKey: string, attempts = 3): Promise<EngineRecord> {
  const executable = await findExecutable(folder);
  const port = await enginePort(readRecord(folder.record)?.port ?? null);
  try {
    return await startEngine({ executable, folder, masterKey, port });
  } catch (error) {
    const portTaken = error instanceof EngineError && error.message.includes(PORT_TAKEN);
    if (!portTaken || attempts === 1) throw error;
    return start(folder, masterKey, attempts - 1);
  }
}

async function leave(folder: EngineFolder, opened: EngineRecord, release: () => void): Promise<void> {
  // Someone removed the data folder under the running engine: it must end all the same.
  if (!existsSync(folder.holders)) return stopProcess(opened);
  await withLock(folder.lock, async () => {
    release();
    if (countHolders(folder.holders) > 0) return;
    const record = readRecord(folder.record);
    if (record) await stopProcess(record);
    rmSync(folder.record, { force: true });
  });
}

function hostOf(record: EngineRecord): string {
  return `http://127.0.0.1:${record.port}`;
}
