import { copyFile, mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { indexArchive } from '#indexer/index-archive.ts';
import type { FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import type { Problem, RevisionDocument } from '#lib/archive/records.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';
import { html, prose, put, text } from './texts.ts';

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
const findings = () => allDocuments<FindingDocument>(archive.client, 'findings');
const revisions = () => allDocuments<RevisionDocument>(archive.client, 'revisions');
const newestTask = async () => (await archive.client.tasks.getTasks({ limit: 1 })).results[0]?.uid;

async function only(): Promise<ReportDocument> {
  const [report, ...others] = await reports();
  if (!report || others.length > 0) throw new Error(`${others.length + 1} reports`);
  return report;
}

/** Writes nothing: no task is asked of the engine. */
async function expectNoWrite(run: () => Promise<unknown>): Promise<void> {
  const before = await newestTask();
  await run();
  expect(await newestTask()).toBe(before);
}

describe('a folder that is as it was', () => {
  it('is not written again, with copies, gone items and bad files in it', async () => {
    await put(at('a.txt'), text('Bridge over the Tamsa reopened', prose(1)));
    await put(at('b.html'), html({ title: 'Ferry', url: 'https://one.example/ferry', paragraphs: prose(2) }));
    await put(at('c.html'), html({ title: 'Ferry again', url: 'https://two.example/f', paragraphs: prose(2) }));
    await put(at('d.jsonl'), `{"id":"x","text":"${prose(3)[0]}"}\n{"id":"y","text":"${prose(4)[0]}"}\nbroken\n`);
    await put(at('empty.txt'), '');
    expect(await archive.index(folder)).toMatchObject({ added: 5, problems: 2 });
    await put(at('d.jsonl'), `{"id":"x","text":"${prose(3)[0]}"}\n`);
    await archive.index(folder);
    await expectNoWrite(async () =>
      expect(await archive.index(folder)).toMatchObject({ added: 0, changed: 0, unchanged: 4, read: 0, missing: 1 }),
    );
  });

  it('is not read again where only a file’s time is another', async () => {
    await put(at('a.txt'), text('Bridge over the Tamsa reopened', prose(1)));
    await archive.index(folder);
    await utimes(at('a.txt'), new Date(), new Date(Date.now() - 5000));
    expect(await archive.index(folder)).toMatchObject({ read: 0, unchanged: 1 });
    await expectNoWrite(() => archive.index(folder));
  });

  it('gives no second report where a folder within it is indexed by itself', async () => {
    await put(at('sub/a.txt'), text('Bridge over the Tamsa reopened', prose(1)));
    await archive.index(folder);
    await expectNoWrite(() => archive.index(at('sub')));
    await put(at('sub/a.txt'), text('Bridge over the Tamsa reopened', [...prose(1), ...prose(9, 1)]));
    expect(await archive.index(at('sub'))).toMatchObject({ added: 0, changed: 1 });
    expect(await archive.index(folder)).toMatchObject({ unchanged: 1, missing: 0 });
    expect((await only()).inputs).toHaveLength(1);
  });
});

describe('a file that is changed', () => {
  it('is a revision each time: what stays keeps its id, and each earlier text is kept, one that came back too', async () => {
    const [old, other] = [prose(1), prose(1).with(2, prose(7, 1).join())];
    const title = 'Bridge over the Tamsa reopened';
    await put(at('a.txt'), text(title, old));
    await archive.index(folder);
    const first = await only();
    const ids = (await findings()).map(({ id }) => id);
    expect(first).toMatchObject({ revisions: 0, revisedAt: null });

    await put(at('a.txt'), text(title, other));
    expect(await archive.index(folder)).toMatchObject({ added: 0, changed: 1 });
    const second = await only();
    expect(second).toMatchObject({ id: first.id, archivedAt: first.archivedAt, revisions: 1 });
    expect(second.revisedAt).toEqual(expect.stringMatching(/^\d{4}-/));
    expect((await findings()).filter(({ id }) => ids.includes(id))).toHaveLength(ids.length - 1);
    const [kept] = await revisions();
    expect(kept).toMatchObject({ report: first.id, body: first.body, archivedAt: first.archivedAt });
    expect(kept?.findings.map(({ id }) => id).sort()).toEqual([...ids].sort());

    await put(at('a.txt'), text(title, old));
    await archive.index(folder);
    expect(await only()).toMatchObject({ id: first.id, body: first.body, hash: first.hash, revisions: 2 });
    expect((await findings()).map(({ id }) => id)).toEqual(ids);
    await put(at('a.txt'), text(title, [...old, ...prose(8, 1)]));
    await archive.index(folder);
    expect(await only()).toMatchObject({ revisions: 3 });
    expect((await revisions()).map(({ hash }) => hash).sort()).toEqual([first.hash, second.hash, first.hash].sort());
  });

  it('by another article of another address is another report, and the first is told as missing', async () => {
    await put(at('a.html'), html({ title: 'Ferry', url: 'https://one.example/ferry', paragraphs: prose(1) }));
    await archive.index(folder);
    await put(at('a.html'), html({ title: 'Grain', url: 'https://one.example/grain', paragraphs: prose(2) }));
    expect(await archive.index(folder)).toMatchObject({ added: 1, changed: 0, missing: 1 });
    expect((await reports()).map(({ url }) => url).sort()).toEqual([
      'https://one.example/ferry',
      'https://one.example/grain',
    ]);
    expect(await archive.prune(folder)).toMatchObject({ removed: 1 });
    expect(await only()).toMatchObject({ url: 'https://one.example/grain' });
  });

  it('of many reports changes those of the lines that changed', async () => {
    const line = (id: string, seed: number) =>
      JSON.stringify({ id, title: `Report ${id}`, text: prose(seed).join('\n\n') });
    await put(at('all.jsonl'), [line('a', 1), line('b', 2), line('c', 3)].join('\n'));
    expect(await archive.index(folder)).toMatchObject({ added: 3 });
    const before = await reports();
    await put(at('all.jsonl'), [line('d', 4), line('a', 1), line('c', 5)].join('\n'));
    expect(await archive.index(folder)).toMatchObject({ added: 1, changed: 1, unchanged: 1, missing: 1 });
    expect((await reports()).filter(({ id }) => before.some((one) => one.id === id))).toHaveLength(3);
    expect((await revisions()).map(({ title }) => title)).toEqual(['Report c']);
    expect(await archive.prune(folder)).toMatchObject({ removed: 1 });
    expect((await reports()).map(({ title }) => title).sort()).toEqual(['Report a', 'Report c', 'Report d']);
  });

  it('of lines without ids keeps each text its own when a line is put before them', async () => {
    const line = (seed: number) => JSON.stringify({ title: `Report ${seed}`, text: prose(seed).join('\n\n') });
    await put(at('all.jsonl'), [line(1), line(2)].join('\n'));
    await archive.index(folder);
    const before = await reports();
    await put(at('all.jsonl'), [line(3), line(1), line(2)].join('\n'));
    expect(await archive.index(folder)).toMatchObject({ added: 1, changed: 0, unchanged: 2, missing: 0 });
    const after = await reports();
    for (const { id, title } of before) expect(after.find((one) => one.id === id)?.title).toBe(title);
    expect(await revisions()).toEqual([]);
  });
});

describe('a file that is gone', () => {
  const address = 'https://one.example/ferry';

  it('is told of, and its report kept, until it is pruned', async () => {
    await put(at('a.txt'), text('Bridge over the Tamsa reopened', prose(1)));
    await put(at('b.txt'), text('Ferry to Orlo stopped', prose(2)));
    await archive.index(folder);
    await rm(at('a.txt'));
    for (let run = 0; run < 2; run += 1)
      expect(await archive.index(folder)).toMatchObject({ missing: 1, removed: 0, unchanged: 1 });
    expect(await reports()).toHaveLength(2);
    expect(await archive.prune(folder)).toMatchObject({ missing: 0, removed: 1 });
    const { id } = await only();
    expect((await findings()).every(({ report }) => report.id === id)).toBe(true);
    await expectNoWrite(async () => expect(await archive.prune(folder)).toMatchObject({ removed: 0, missing: 0 }));
  });

  it.each([
    ['without an address', '.txt', text('Bridge over the Tamsa reopened', prose(1))],
    ['with an address', '.html', html({ title: 'Ferry', url: address, paragraphs: prose(2) })],
  ])('because it was moved is the same report: %s', async (_, ending, content) => {
    await put(at(`a${ending}`), content);
    await archive.index(folder);
    const { id } = await only();
    await mkdir(at('later'));
    await rename(at(`a${ending}`), at(`later/renamed${ending}`));
    expect(await archive.prune(folder)).toMatchObject({ added: 0, missing: 0, removed: 0 });
    expect(await only()).toMatchObject({ id, revisions: 0 });
    await expectNoWrite(() => archive.index(folder));
  });

  it('of two copies leaves the report to the other', async () => {
    await put(at('a.txt'), text('Bridge over the Tamsa reopened', prose(1)));
    await archive.index(folder);
    await copyFile(at('a.txt'), at('b.txt'));
    expect(await archive.index(folder)).toMatchObject({ added: 0, missing: 0 });
    const { id, inputs } = await only();
    expect(inputs).toHaveLength(2);
    await rm(at('a.txt'));
    expect(await archive.prune(folder)).toMatchObject({ removed: 0, missing: 0 });
    expect(await only()).toMatchObject({ id, inputs: [expect.any(String)] });
  });
});

describe('a bad file', () => {
  it('is told of in each run until it changes, is then tried again, and takes nothing with it', async () => {
    const told: Problem[] = [];
    const run = () =>
      indexArchive([folder], {
        ...archive.options,
        prune: true,
        onProblem: (problem) => told.push(problem),
      });
    const sound = text('Bridge over the Tamsa reopened', prose(1));
    await put(at('a.txt'), sound);
    await run();
    await writeFile(at('a.txt'), '');
    expect(await run()).toMatchObject({ read: 1, problems: 1, removed: 0 });
    await expectNoWrite(async () => expect(await run()).toMatchObject({ read: 0, problems: 1, removed: 0 }));
    expect(told.map(({ source }) => source)).toEqual([at('a.txt'), at('a.txt')]);
    await writeFile(at('a.txt'), '\0\0\0');
    expect(await run()).toMatchObject({ read: 1, problems: 1 });
    await writeFile(at('a.txt'), sound);
    expect(await run()).toMatchObject({ problems: 0, removed: 0 });
    expect(await only()).toMatchObject({ revisions: 0 });
  });
});
