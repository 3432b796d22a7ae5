import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexArchive } from '#indexer/index-archive.ts';
import type { ReportDocument } from '#lib/archive/documents.ts';
import type { RevisionDocument } from '#lib/archive/records.ts';
import { Entry } from '#lib/entities/entity.ts';
import { createRegister, type Register, registerFrom } from '#lib/entities/register.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';
import { html, prose, put } from './texts.ts';

let archive: TestArchive;
let folder: string;
beforeEach(async () => {
  archive = await openTestArchive();
  folder = join(archive.folder, 'reports');
});
afterEach(() => archive.close());

const REPORTS = 24;
const at = (name: string) => join(folder, name);
const reports = () => allDocuments<ReportDocument>(archive.client, 'reports');
const page = (number: number, paragraphs = prose(number)) =>
  html({
    title: `Review ${number} of the Tamsa valley`,
    url: `https://one.example/${number}`,
    published: '2025-03-04T20:00:00Z',
    paragraphs: [`The Tamsa Guard moved to the bridge at place ${number}.`, ...paragraphs],
  });

/** The archive's register, with an armed group that it has not. */
function withGuard(): Register {
  const known = archive.options.register;
  const entry = Entry.parse({ id: 'tamsa-guard', aliases: ['Tamsa Guard'] });
  const more = createRegister([{ facet: 'actor', type: 'armed-group', entries: [entry] }]);
  return registerFrom([known, more].flatMap((one) => (['actor', 'region', 'topic'] as const).flatMap(one.all)));
}

const index = (more: Partial<Parameters<typeof indexArchive>[1]> = {}) =>
  indexArchive([folder], { ...archive.options, ...more });

/** An archive with a copy, a revision, and reports whose files are gone. */
async function fill(): Promise<void> {
  for (let number = 1; number <= REPORTS; number += 1) await put(at(`${number}.html`), page(number));
  const copy = html({
    title: 'Again',
    url: 'https://two.example/1',
    published: '2025-03-05T09:00:00Z',
    paragraphs: prose(1),
  });
  await put(at('copy.html'), copy);
  await index();
  await put(at('2.html'), page(2, prose(92)));
  await index();
  for (const number of [3, 4, 5]) await rm(at(`${number}.html`));
  await index();
}

async function kept(): Promise<unknown> {
  const plain = (await reports()).map(
    ({ id, archivedAt, group, copyOf, inputs, hash, revisions, revisedAt, modified }) => ({
      ...{ id, archivedAt, group, copyOf, hash, revisions, revisedAt, modified },
      inputs: inputs.toSorted(),
    }),
  );
  return { plain, revisions: await allDocuments<RevisionDocument>(archive.client, 'revisions') };
}

async function indexes(): Promise<string[]> {
  return (await archive.client.getIndexes()).results.map(({ uid }) => uid).sort();
}

const countOf = async (id: string) => (await archive.find(`actor=${id}&type=report`)).total.value;

/** The client, failing at the `nth` write to an index. */
function failingAt(client: TestArchive['client'], name: string, nth: number): TestArchive['client'] {
  let writes = 0;
  const bound = (target: object, key: string | symbol) => {
    const value = Reflect.get(target, key);
    return typeof value === 'function' ? value.bind(target) : value;
  };
  const indexOf = (uid: string) =>
    new Proxy(client.index(uid), {
      get: (target, key) => {
        if (uid === name && key === 'addDocumentsFromString') writes += 1;
        if (writes === nth) throw new Error('broken off');
        return bound(target, key);
      },
    });
  return new Proxy(client, { get: (target, key) => (key === 'index' ? indexOf : bound(target, key)) });
}

describe('a rebuild', () => {
  it('is not seen by those who search: they see the old archive or the new one', async () => {
    await fill();
    const before = await kept();
    const total = (await archive.find('type=report')).total.value;
    const seen = new Set<number>();
    let searches = 0;
    let over = false;
    const searching = (async () => {
      while (!over) {
        const answer = await archive.find('type=report&facets=actor');
        expect(answer.total.value).toBe(total);
        expect(answer.results.length).toBeGreaterThan(0);
        seen.add(answer.facets.actor?.values.find(({ id }) => id === 'tamsa-guard')?.count ?? 0);
        expect((await archive.find('q=Tamsa')).total.value).toBeGreaterThan(0);
        searches += 1;
      }
    })();
    const tally = await index({ stamp: 'another', register: withGuard() }).finally(() => {
      over = true;
    });
    await searching;
    expect(tally).toMatchObject({ added: 0, changed: 0, missing: 3 });
    expect(searches).toBeGreaterThan(5);
    expect([...seen].every((count) => count === 0 || count === total)).toBe(true);
    expect(await countOf('tamsa-guard')).toBe(total);
    expect(await kept()).toEqual(before);
    expect(await indexes()).toEqual(['findings', 'inputs', 'reports', 'revisions']);
  });

  it.each([
    ['findings-next', 1],
    ['inputs-next', 1],
    ['inputs-next', 2],
    ['reports-next', 2],
  ])('that is broken off at %s, write %i, leaves the archive as it is, and is gone on with', async (name, nth) => {
    await fill();
    const before = await kept();
    const client = failingAt(archive.client, name, nth);
    const options = { stamp: 'another', register: withGuard() };
    await expect(index({ ...options, client })).rejects.toThrow('broken off');
    expect(await kept()).toEqual(before);
    expect(await countOf('tamsa-guard')).toBe(0);
    await index(options);
    expect(await kept()).toEqual(before);
    expect(await countOf('tamsa-guard')).toBe((await archive.find('type=report')).total.value);
    expect(await indexes()).toEqual(['findings', 'inputs', 'reports', 'revisions']);
  });

  it('that is broken off by one version is begun anew by the next', async () => {
    await fill();
    const client = failingAt(archive.client, 'reports-next', 2);
    await expect(index({ stamp: 'another', client })).rejects.toThrow('broken off');
    await index({ stamp: 'a third', register: withGuard() });
    expect(await countOf('tamsa-guard')).toBe((await archive.find('type=report')).total.value);
  });

  it('takes in what changed meanwhile, as a revision', async () => {
    await put(at('1.html'), page(1));
    await index();
    const [first] = await reports();
    await put(at('1.html'), page(1, prose(50)));
    await index({ stamp: 'another' });
    expect(await reports()).toMatchObject([{ id: first?.id, archivedAt: first?.archivedAt, revisions: 1 }]);
    expect(await allDocuments<RevisionDocument>(archive.client, 'revisions')).toMatchObject([{ hash: first?.hash }]);
  });

  it('follows where the settings are others', async () => {
    await put(at('1.html'), page(1));
    await index();
    await archive.client
      .index('findings')
      .updateSettings({ stopWords: ['bridge'], rankingRules: ['words'] })
      .waitTask();
    const notices: string[] = [];
    await index({ onNotice: (notice) => notices.push(notice) });
    expect(notices.join()).toMatch(/rebuilt/);
    expect((await archive.client.index('findings').getSettings()).rankingRules).toContain('sort');
    expect(await indexes()).toEqual(['findings', 'inputs', 'reports', 'revisions']);
  });
});
