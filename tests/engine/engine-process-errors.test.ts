import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hasHash } from '#indexer/engine/checked-file.ts';
import { openEngine } from '#indexer/engine/engine.ts';
import { EngineError } from '#indexer/engine/engine-error.ts';
import { enginePort } from '#indexer/engine/port.ts';

vi.setConfig({ testTimeout: 30_000 });

let dataFolder: string;

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'sitrep-engine-'));
  for (const name of ['MEILI_URL', 'MEILI_BIN', 'MEILI_MASTER_KEY', 'MEILI_SEARCH_KEY']) vi.stubEnv(name, '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function refusal(): Promise<EngineError> {
  const error = await openEngine({ dataFolder }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error instanceof EngineError ? error : new EngineError('', '');
}

function executable(content: string): string {
  const path = join(dataFolder, 'meilisearch-of-mine');
  writeFileSync(path, content);
  chmodSync(path, 0o755);
  return path;
}

describe('MEILI_URL', () => {
  test('that does not answer is named', async () => {
    const url = `http://127.0.0.1:${await enginePort(null)}`;
    vi.stubEnv('MEILI_URL', url);
    expect((await refusal()).message).toContain(url);
  });

  test('is used as it is: its key is checked, it makes the search key, and close leaves it running', async () => {
    const server = await openEngine({ dataFolder });
    try {
      vi.stubEnv('MEILI_URL', `${server.host}/`);
      expect((await refusal()).message).toContain('MEILI_MASTER_KEY is not set');
      vi.stubEnv('MEILI_MASTER_KEY', 'not the key of that server');
      const refused = await refusal();
      expect(refused.message).toContain(server.host);
      expect(refused.message + refused.remedy).not.toContain('not the key of that server');

      vi.stubEnv('MEILI_MASTER_KEY', server.masterKey);
      const engine = await openEngine({ dataFolder });
      expect(engine).toMatchObject({ host: server.host, masterKey: server.masterKey });
      expect(await engine.searchKey()).toBe(await server.searchKey());
      await engine.close();
      expect(server.isRunning()).toBe(true);

      vi.stubEnv('MEILI_MASTER_KEY', '');
      vi.stubEnv('MEILI_SEARCH_KEY', 'given');
      expect(await (await openEngine({ dataFolder })).searchKey()).toBe('given');
    } finally {
      await server.close();
    }
  });
});

describe('MEILI_BIN', () => {
  test('that is not there is named', async () => {
    vi.stubEnv('MEILI_BIN', '/nowhere/meilisearch');
    const error = await refusal();
    expect(error.message).toContain('/nowhere/meilisearch');
    expect(error.remedy).toContain('MEILI_BIN');
  });

  test('that is for another machine cannot be run', async () => {
    vi.stubEnv('MEILI_BIN', executable('#!/nowhere/loader\n'));
    expect((await refusal()).message).toContain('cannot be run');
  });

  test('that ends at once is told with the end of its log, and without the key it was given', async () => {
    vi.stubEnv(
      'MEILI_BIN',
      executable('#!/bin/sh\necho "the key is $MEILI_MASTER_KEY"\necho out of cheese >&2\nexit 3\n'),
    );
    const error = await refusal();
    expect(error.message).toContain('ended at once');
    expect(error.message).toContain('out of cheese');
    const key = readFileSync(join(dataFolder, 'engine', 'master.key'), 'utf8').trim();
    expect(error.message + error.remedy).not.toContain(key);
  });
});

test('a database of another version is named as the cause, with its folder', async () => {
  await (await openEngine({ dataFolder })).close();
  writeFileSync(join(dataFolder, 'engine', 'data', 'VERSION'), '1.12.0');
  const error = await refusal();
  expect(error.message).toContain('1.12.0');
  expect(error.remedy).toContain(join(dataFolder, 'engine', 'data'));
});

test('a checked file is not read again until it changes', async () => {
  const file = join(dataFolder, 'file');
  const memory = join(dataFolder, 'checked.json');
  const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  writeFileSync(file, 'abc');
  expect(await hasHash(file, '0'.repeat(64), memory)).toBe(false);
  expect(await hasHash(file, ofAbc, memory)).toBe(true);
  expect(readFileSync(memory, 'utf8')).toContain(file);
  expect(await hasHash(file, ofAbc, memory)).toBe(true);
  writeFileSync(file, 'abcd');
  expect(await hasHash(file, ofAbc, memory)).toBe(false);
});
