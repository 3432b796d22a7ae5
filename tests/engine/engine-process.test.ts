import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Engine, openEngine } from '#indexer/engine/engine.ts';
import { enginePort } from '#indexer/engine/port.ts';
import { isAlive, ownMark, stopProcess } from '#indexer/engine/processes.ts';
import { EngineRecord, readRecord, writeRecord } from '#indexer/engine/record.ts';
import { archiveClient } from '#lib/archive/client.ts';

vi.setConfig({ testTimeout: 30_000 });

let dataFolder: string;
let engines: Engine[];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'sitrep-engine-'));
  engines = [];
  for (const name of ['MEILI_URL', 'MEILI_BIN', 'MEILI_MASTER_KEY', 'MEILI_SEARCH_KEY']) vi.stubEnv(name, '');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const engine of engines) await engine.close();
  const left = readRecord(join(dataFolder, 'engine', 'engine.json'));
  if (left) await stopProcess(left);
  rmSync(dataFolder, { recursive: true, force: true });
});

async function open(): Promise<Engine> {
  const engine = await openEngine({ dataFolder });
  engines.push(engine);
  return engine;
}

const inEngine = (name: string) => join(dataFolder, 'engine', name);
const record = () => EngineRecord.parse(JSON.parse(readFileSync(inEngine('engine.json'), 'utf8')));
const answers = (host: string) =>
  fetch(`${host}/health`).then(
    (response) => response.ok,
    () => false,
  );

/** Another process that opens the engine, says its host, and holds it until it is killed. */
async function holder(): Promise<{ child: ChildProcess; host: string }> {
  const script = `
    const { openEngine } = await import('#indexer/engine/engine.ts');
    const { onExit } = await import('#indexer/engine/on-exit.ts');
    const engine = await openEngine({ dataFolder: ${JSON.stringify(dataFolder)} });
    onExit(engine.close);
    console.log(engine.host);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
  child.stderr.pipe(process.stderr);
  const [said] = await once(child.stdout, 'data');
  return { child, host: String(said).trim() };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code] = await ended;
  return code;
}

describe('sharing one engine', () => {
  test('starts and answers; a second open adopts it; the last close ends it', async () => {
    const first = await open();
    const process = record();
    expect(await answers(first.host)).toBe(true);
    const second = await open();
    expect(second.host).toBe(first.host);
    expect(record()).toEqual(process);

    await first.close();
    await first.close();
    expect(await answers(second.host)).toBe(true);
    await second.close();
    expect(isAlive(process)).toBe(false);
    expect(readdirSync(inEngine('holders'))).toEqual([]);
  });

  test('two processes and this one that open it at the same time get the same', async () => {
    const [engine, one, two] = await Promise.all([open(), holder(), holder()]);
    const process = record();
    expect([one.host, two.host]).toEqual([engine.host, engine.host]);
    await engine.close();
    expect(await end(one.child, 'SIGTERM')).toBe(143);
    expect(isAlive(process)).toBe(true);
    expect(await end(two.child, 'SIGINT')).toBe(130);
    expect(isAlive(process)).toBe(false);
  });

  test('the database and its search key outlive the engine', async () => {
    const first = await open();
    const key = await first.searchKey();
    await archiveClient(first.host, first.masterKey).createIndex('kept').waitTask();
    await first.close();
    const second = await open();
    expect(await second.searchKey()).toBe(key);
    expect((await archiveClient(second.host, second.masterKey).getIndex('kept')).uid).toBe('kept');
  });
});

describe('after a kill -9', () => {
  test('of the engine, the next open starts another at the same address', async () => {
    const first = await open();
    await archiveClient(first.host, first.masterKey).createIndex('kept').waitTask();
    const killed = record();
    process.kill(killed.pid, 'SIGKILL');
    await expect.poll(() => first.isRunning()).toBe(false);
    const second = await open();
    expect(record().pid).not.toBe(killed.pid);
    // The site was told the first address once, when it started.
    expect(second.host).toBe(first.host);
    expect((await archiveClient(second.host, second.masterKey).getIndex('kept')).uid).toBe('kept');
  });

  test('of the only holder, the next open adopts the engine and its close ends it', async () => {
    const { child, host } = await holder();
    const started = record();
    await end(child, 'SIGKILL');
    expect(isAlive(started)).toBe(true);
    const engine = await open();
    expect(engine.host).toBe(host);
    expect(record()).toEqual(started);
    await engine.close();
    expect(isAlive(started)).toBe(false);
  });

  test('a lock of a dead process is taken over', async () => {
    const { child } = await holder();
    await end(child, 'SIGKILL');
    writeFileSync(inEngine('lock'), JSON.stringify({ pid: child.pid, birth: '1' }));
    expect(await answers((await open()).host)).toBe(true);
  });

  test("a record whose pid is now another program's is replaced, and that program left alone", async () => {
    await (await open()).close();
    const stranger = spawn('sleep', ['60']);
    await once(stranger, 'spawn');
    const gone = {
      pid: stranger.pid ?? 0,
      birth: '1',
      port: await enginePort(null),
      started: new Date().toISOString(),
    };
    writeRecord(inEngine('engine.json'), gone);
    const engine = await open();
    expect(await answers(engine.host)).toBe(true);
    await engine.close();
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    await end(stranger, 'SIGKILL');
  });

  test('another server at the recorded port never sees the master key', async () => {
    await (await open()).close();
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization ?? '');
      response.end('{"status":"available now"}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    writeRecord(inEngine('engine.json'), { ...ownMark(), birth: '1', port, started: new Date().toISOString() });
    const engine = await open();
    expect(engine.host).not.toContain(`:${port}`);
    expect(seen.join('')).toBe('');
    server.close();
  });
});

describe('keys', () => {
  test('the search key may search findings and reports; it may not write, search elsewhere or read keys', async () => {
    const engine = await open();
    const master = archiveClient(engine.host, engine.masterKey);
    for (const name of ['findings', 'reports', 'other'])
      await master.createIndex(name, { primaryKey: 'id' }).waitTask();
    const site = archiveClient(engine.host, await engine.searchKey());
    for (const name of ['findings', 'reports']) expect((await site.index(name).search('')).hits).toEqual([]);
    const refused = [
      () => site.index('findings').addDocuments([{ id: 1 }]),
      () => site.index('findings').getDocuments(),
      () => site.index('findings').updateSettings({}),
      () => site.index('other').search(''),
      () => site.deleteIndex('findings'),
      () => site.getKeys(),
      () => site.getRawIndexes(),
    ];
    for (const attempt of refused)
      await expect(attempt()).rejects.toMatchObject({ cause: { code: 'invalid_api_key' } });
  });

  test('the master key is for its owner, and in no command line and no log', async () => {
    const engine = await open();
    await engine.searchKey();
    expect(engine.masterKey).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(inEngine('master.key')).mode & 0o777).toBe(0o600);
    const commands = execFileSync('ps', ['-eww', '-o', 'args'], { encoding: 'utf8' });
    expect(commands).toContain(inEngine('data'));
    for (const text of [commands, readFileSync(inEngine('engine.log'), 'utf8')]) {
      expect(text).not.toContain(engine.masterKey);
      expect(text).not.toContain(await engine.searchKey());
    }
  });
});
