import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#indexer/engine/engine.ts';
import { readRecord } from '#indexer/engine/record.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { archiveClient } from '#lib/archive/client.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { writeReports } from '#tests/bench/reports.ts';
import { allDocuments } from './harness.ts';

const REPORTS = 160;
/** What tells when something was done, and what was there before: a run that was killed may have brought it in or not. */
const TIMES = ['archivedAt', 'arrived', 'archived', 'readAt', 'revisedAt', 'revisions', 'changed', 'gone'];

let folder = '';
let reports = '';
let data = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-killed-'));
  [reports, data] = [join(folder, 'reports'), join(folder, 'data')];
  await writeReports(reports, REPORTS);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(...more: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'indexer/cli.ts', 'index', reports, ...more], {
    env: { ...process.env, SITREP_DATA: data },
    stdio: 'ignore',
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', (code) => resolve(code)));
}

/** Something else in some files, and one file less, so that each run has texts to change. */
function edit(round: number): void {
  const part = join(reports, '000000');
  const files = readdirSync(part).sort();
  for (const name of files.slice(round * 5, round * 5 + 5)) {
    const file = join(part, name);
    writeFileSync(file, `${readFileSync(file, 'utf8')}- Round ${round} brought another finding to this list.\n`);
  }
  rmSync(join(part, files.at(-1) ?? ''));
}

async function contentOf(dataFolder: string): Promise<unknown> {
  const engine = await openEngine({ dataFolder });
  try {
    const client = archiveClient(engine.host, engine.masterKey);
    const { results } = await client.getIndexes();
    const all = await Promise.all(['findings', 'reports', 'inputs'].map((name) => allDocuments(client, name)));
    const plain = JSON.parse(JSON.stringify(all, (key, value) => (TIMES.includes(key) ? undefined : value)));
    return { indexes: results.map(({ uid }) => uid).sort(), documents: plain };
  } finally {
    await engine.close();
  }
}

/** The archive as one run makes it that nothing disturbs. */
async function undisturbed(): Promise<unknown> {
  const dataFolder = join(folder, 'undisturbed');
  const engine = await openEngine({ dataFolder });
  await indexArchive([reports], { client: archiveClient(engine.host, engine.masterKey), register: loadRegister() });
  await engine.close();
  const content = await contentOf(dataFolder);
  await rm(dataFolder, { recursive: true });
  return content;
}

async function expectWhole(): Promise<void> {
  expect(await ended(run('--prune'))).toBe(0);
  expect(await contentOf(data)).toEqual(await undisturbed());
}

describe('a run that is killed', () => {
  it('is made good by the next: the indexer, 20 times', async () => {
    // Held open, the engine outlives the runs.
    const engine = await openEngine({ dataFolder: data });
    for (let round = 0; round < 20; round += 1) {
      edit(round);
      const child = run();
      const over = ended(child);
      await Promise.race([over, sleep(500 + Math.random() * 3000)]);
      child.kill('SIGKILL');
      await over;
    }
    await engine.close();
    await expectWhole();
  }, 400_000);

  it('is made good by the next: the engine, 10 times', async () => {
    for (let round = 0; round < 10; round += 1) {
      edit(20 + round);
      const child = run();
      const over = ended(child);
      await Promise.race([over, sleep(2000 + Math.random() * 2500)]);
      killEngine();
      expect([0, 2]).toContain(await over);
    }
    await expectWhole();
  }, 400_000);
});

/** `kill -9` to the engine that serves the data folder, if one does. */
function killEngine(): void {
  const record = readRecord(join(data, 'engine', 'engine.json'));
  try {
    if (record) process.kill(record.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
