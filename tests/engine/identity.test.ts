import { mkdir, rename, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexArchive } from '#indexer/index-archive.ts';
import type { ReportDocument } from '#lib/archive/documents.ts';
import type { RevisionDocument } from '#lib/archive/records.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';
import { html, paragraph, prose, put, text } from './texts.ts';

let archive: TestArchive;
let folder: string;
beforeEach(async () => {
  archive = await openTestArchive();
  folder = join(archive.folder, 'reports');
  await mkdir(folder);
});
afterEach(() => archive.close());

const at = (name: string) => join(folder, name);
const reports = () => allDocuments<ReportDocument>(archive.client, 'reports');
const revisions = () => allDocuments<RevisionDocument>(archive.client, 'revisions');
const rebuild = (stamp: string, ...paths: string[]) => indexArchive(paths, { ...archive.options, stamp });

/** All that a rebuild is to keep. */
async function kept(): Promise<unknown> {
  const plain = (await reports()).map(
    ({ id, title, url, hash, archivedAt, group, inputs, from, revisions, revisedAt }) => ({
      ...{ id, title, url, hash, archivedAt, group, from, revisions, revisedAt },
      inputs: inputs.toSorted(),
    }),
  );
  return { plain, revisions: await revisions() };
}

describe('12 pages under one wrong address', () => {
  const page = (number: number, seed = number) =>
    html({
      title: `Evening review number ${number}`,
      url: 'https://reviews.example/wrong/address',
      published: `2025-03-${String(number).padStart(2, '0')}T20:00:00Z`,
      paragraphs: prose(seed),
    });
  const name = (number: number) => at(`page-${number}.html`);

  it('are 12 reports, which they stay when run again, edited, moved and rebuilt', async () => {
    for (let number = 1; number <= 12; number += 1) await put(name(number), page(number));
    expect(await archive.index(folder)).toMatchObject({ added: 12 });
    const before = await reports();
    expect(new Set(before.map(({ title }) => title)).size).toBe(12);
    expect(before.filter(({ url }) => url !== null)).toHaveLength(1);
    expect(await archive.index(folder)).toMatchObject({ unchanged: 12, read: 0 });

    for (const number of [1, 5, 12]) await put(name(number), page(number, number + 50));
    expect(await archive.index(folder)).toMatchObject({ added: 0, changed: 3, unchanged: 9, missing: 0 });
    const idsOf = (some: ReportDocument[]) => some.map(({ id, title }) => [id, title]);
    expect(idsOf(await reports())).toEqual(idsOf(before));

    await mkdir(at('moved'));
    await rename(name(7), at('moved/other-name.html'));
    expect(await archive.prune(folder)).toMatchObject({ added: 0, missing: 0, removed: 0 });
    expect(idsOf(await reports())).toEqual(idsOf(before));

    const whole = await kept();
    expect(await rebuild('another', folder)).toMatchObject({ added: 0, changed: 0, unchanged: 12 });
    expect(await kept()).toEqual(whole);
  });
});

describe('one page saved twice', () => {
  const old = prose(1);
  const edited = old.with(1, paragraph(77));
  const page = (paragraphs: string[]) =>
    html({
      title: 'The Tamsa bridge',
      url: 'https://one.example/tamsa',
      published: '2025-03-04T20:00:00Z',
      paragraphs,
    });

  it.each([
    ['a-old.html', 'b-new.html'],
    ['b-old.html', 'a-new.html'],
  ])('is one report with the later text, the older kept once: %s, %s', async (older, newer) => {
    await put(at(older), page(old));
    await utimes(at(older), new Date('2025-03-05'), new Date('2025-03-05'));
    await put(at(newer), page(edited));
    await utimes(at(newer), new Date('2025-03-06'), new Date('2025-03-06'));
    await archive.index(folder);
    const [report, ...others] = await reports();
    expect(others).toEqual([]);
    expect(report?.body).toContain(edited[1]);
    expect(report).toMatchObject({ revisions: 1, inputs: [expect.any(String), expect.any(String)] });
    expect((await revisions()).map(({ body }) => body)).toEqual([expect.stringContaining(old[1] ?? '')]);

    const whole = await kept();
    expect(await archive.index(folder)).toMatchObject({ read: 0, unchanged: 2 });
    expect(await rebuild('another', folder)).toMatchObject({ read: 0, unchanged: 2 });
    expect(await kept()).toEqual(whole);
    expect(await rebuild('a third', folder)).toMatchObject({ read: 0 });
    expect(await kept()).toEqual(whole);
  });

  it('in files of one time stays as it is, too', async () => {
    for (const [name, paragraphs] of [
      ['a.html', old],
      ['b.html', edited],
    ] as const) {
      await put(at(name), page([...paragraphs]));
      await utimes(at(name), new Date('2025-03-05'), new Date('2025-03-05'));
    }
    await archive.index(folder);
    expect(await reports()).toMatchObject([{ revisions: 1 }]);
    const whole = await kept();
    await rebuild('another', folder);
    expect(await kept()).toEqual(whole);
  });
});

describe('reports without an address', () => {
  it('of two folders under one path are two', async () => {
    await put(at('north/daily.txt'), text('Northern bank', prose(1)));
    await put(at('south/daily.txt'), text('Southern bank', prose(2)));
    expect(await archive.index(at('north'), at('south'))).toMatchObject({ added: 2 });
    const before = await kept();
    expect(await archive.index(at('south'), at('north'))).toMatchObject({ unchanged: 2, read: 0 });
    await rebuild('another', at('north'), at('south'));
    expect(await kept()).toEqual(before);
  });

  it('of the same words on other days are as many as there are days', async () => {
    const line = (day: string) =>
      JSON.stringify({ id: day, date: day, text: `Nothing was reported. ${paragraph(5, 24)}` });
    await put(at('quiet.jsonl'), ['2025-03-01', '2025-03-02', '2025-03-03'].map(line).join('\n'));
    expect(await archive.index(folder)).toMatchObject({ added: 3 });
    expect((await reports()).map(({ date }) => date).sort()).toEqual(['2025-03-01', '2025-03-02', '2025-03-03']);
  });

  it('that get one later stay what they were', async () => {
    await put(at('a.html'), html({ title: 'The Tamsa bridge', paragraphs: prose(1) }));
    await archive.index(folder);
    const [before] = await reports();
    await put(at('a.html'), html({ title: 'The Tamsa bridge', url: 'https://one.example/t', paragraphs: prose(1) }));
    expect(await archive.index(folder)).toMatchObject({ added: 0, changed: 1, missing: 0 });
    expect(await reports()).toMatchObject([{ id: before?.id, url: 'https://one.example/t', revisions: 0 }]);
  });

  it('of the text that another has an address for are found once, and take nothing from it', async () => {
    await put(at('a.html'), html({ title: 'The Tamsa bridge', url: 'https://one.example/t', paragraphs: prose(1) }));
    await put(at('b.txt'), text('The Tamsa bridge', prose(1)));
    await archive.index(folder);
    expect((await reports()).map(({ url }) => url).sort()).toEqual(['https://one.example/t', null]);
    expect((await archive.find('type=report')).total.value).toBe(1);
  });
});
