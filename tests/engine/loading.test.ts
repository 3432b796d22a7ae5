import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexArchive } from '#indexer/index-archive.ts';
import type { FindingDocument } from '#lib/archive/documents.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';

const ARTICLE = 'tests/fixtures/articles/agency-article.txt';

let archive: TestArchive;
let file: string;
let text: string;
beforeAll(async () => {
  archive = await openTestArchive();
  file = join(archive.folder, 'article.txt');
  text = await readFile(ARTICLE, 'utf8');
});
afterAll(() => archive.close());

const texts = async () => (await allDocuments<FindingDocument>(archive.client, 'findings')).map((one) => one.text);

/** The archive's client, refusing the last step of a write: the report itself. */
function refusingReports(client: TestArchive['client']): TestArchive['client'] {
  const index = (name: string) => {
    const real = client.index(name);
    if (name !== 'reports') return real;
    return new Proxy(real, {
      get: (target, key) => {
        if (key === 'addDocumentsFromString') throw new Error('no more room');
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  return new Proxy(client, {
    get: (target, key) =>
      key === 'index' ? index : (Reflect.get(target, key).bind?.(target) ?? Reflect.get(target, key)),
  });
}

describe('a write that fails half way', () => {
  it('is made good by the next run, though the file be as it was before', async () => {
    await writeFile(file, text);
    await archive.index(file);
    const before = await texts();
    await writeFile(file, text.replace('struck an oil depot', 'struck an airfield'));
    const failing = indexArchive([file], {
      ...archive.options,
      client: refusingReports(archive.client),
    });
    await expect(failing).rejects.toThrow('no more room');
    expect(await texts()).not.toEqual(before);
    await writeFile(file, text);
    expect(await archive.index(file)).toMatchObject({ added: 0, changed: 1 });
    expect(await texts()).toEqual(before);
    expect(await archive.index(file)).toMatchObject({ unchanged: 1 });
  });
});

describe('words that are part of names', () => {
  it('find only where they stand: "federation" is not all of Russia', async () => {
    expect((await archive.find('q=Russia')).total.value).toBeGreaterThan(1);
    expect((await archive.find('q=federation')).total.value).toBe(0);
    const all = (await archive.find('q=drones')).total.value;
    expect((await archive.find('q=drones -federation')).total.value).toBe(all);
  });

  it.each(['constructor', 'valueOf', 'toString'])(
    'an unknown id such as %s finds nothing, and is counted as 0',
    async (id) => {
      const { total, facets, query } = await archive.find(
        `source=${id}&actor=${id === 'valueOf' ? 'valueOf' : 'constructor'}`,
      );
      expect(total.value).toBe(0);
      for (const { count } of [...(facets.source?.values ?? []), ...(facets.actor?.values ?? [])])
        expect(count).toEqual(expect.any(Number));
      expect(query.warnings.join()).toMatch(/The register has no actor/);
    },
  );

  it('a span reaches back from the newest by the date that is meant', async () => {
    expect((await archive.find('from=7d')).total.value).toBeGreaterThan(0);
    expect((await archive.find('from=7d&date=archived')).total.value).toBeGreaterThan(0);
  });
});
