import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Engine, openEngine } from '#indexer/engine/engine.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { ensureIndexes } from '#indexer/load/indexes.ts';
import { pages } from '#indexer/load/pages.ts';
import { current } from '#indexer/load/target.ts';
import { done } from '#indexer/load/tasks.ts';
import { send } from '#indexer/load/write.ts';
import { archiveClient, type Meilisearch } from '#lib/archive/client.ts';
import { siteIndexes } from '#lib/archive/settings.ts';
import { loadRegister } from '#lib/entities/load.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { writeReports } from './reports.ts';

/** Documents of one raw request: as the indexer sends them. */
const AT_ONCE = 5000;

async function withEngineIn<T>(folder: string, work: (client: Meilisearch, engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine({ dataFolder: folder });
  try {
    return await work(archiveClient(engine.host, engine.masterKey), engine);
  } finally {
    await engine.close();
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The very documents of one archive, pushed to a fresh engine as fast as it takes them. */
async function rawPush(from: Meilisearch, folder: string): Promise<number> {
  const batches: { index: string; documents: object[] }[] = [];
  for (const index of siteIndexes)
    for await (const documents of pages<object>(from, index, { size: AT_ONCE })) batches.push({ index, documents });
  return withEngineIn(folder, async (client) => {
    await ensureIndexes(client, current);
    return seconds(async () => {
      const tasks = [];
      for (const { index, documents } of batches) tasks.push(...(await send(client, index, documents)));
      for (const task of tasks) await done(task, 'raw push');
    });
  });
}

/** Peak resident memory of the indexer's own process, MB; null where the system does not tell. */
async function peakMemory(reports: string, data: string): Promise<number | null> {
  // As the package's script runs it.
  const [, ...script] = packageJson.scripts.sitrep.split(' ');
  const child = spawn(process.execPath, [...script, 'index', reports], {
    env: { ...process.env, SITREP_DATA: data },
    stdio: 'ignore',
  });
  let peak: number | null = null;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak ?? 0, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // Not a Linux, or over.
    }
  }, 50);
  await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  return peak;
}

async function benchOf(count: number, print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-bench-'));
  try {
    const reports = join(folder, 'reports');
    await writeReports(reports, count);
    const register = loadRegister();
    await withEngineIn(join(folder, 'whole'), async (client) => {
      let findings = 0;
      const whole = await seconds(async () => {
        ({ findings } = await indexArchive([reports], { client, register }));
      });
      const raw = await rawPush(client, join(folder, 'raw'));
      const again = await seconds(() => indexArchive([reports], { client, register }));
      const rate = (time: number) => `${Math.round((count + findings) / time)} documents a second`;
      print(`${count} reports, ${findings} findings`);
      print(`  whole run  ${whole.toFixed(1)} s  ${rate(whole)}`);
      print(`  raw push   ${raw.toFixed(1)} s  ${rate(raw)}  ratio ${(whole / raw).toFixed(2)}`);
      print(`  second run ${again.toFixed(1)} s`);
    });
    const peak = await peakMemory(reports, join(folder, 'memory'));
    print(`  peak memory of the indexer ${peak === null ? 'not known here' : `${Math.round(peak)} MB`}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whole runs of the indexer beside the raw push of the same documents, and the indexer's memory. */
export async function benchIndex(print: (line: string) => void): Promise<void> {
  for (const count of [1000, 20_000]) await benchOf(count, print);
}
