import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import type { Result } from '#lib/search/result.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';
import { html, paragraph, prose, put } from './texts.ts';

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
const WHOLE = prose(1, 9);
const OWN = `Orlo newsroom verified this with three witnesses. ${paragraph(60, 36)}`;
const first = (paragraphs = WHOLE) =>
  html({
    title: 'The Tamsa valley, whole',
    url: 'https://first.example/tamsa',
    published: '2025-03-04T20:00:00Z',
    paragraphs,
  });
/** An agency's: another headline, a lead of its own, and a third of the text. */
const agency = (paragraphs = [OWN, ...WHOLE.slice(0, 3)]) =>
  html({
    title: 'What Orlo woke up to',
    url: 'https://agency.example/n/7',
    published: '2025-03-05T06:00:00Z',
    paragraphs,
  });
/** Another agency's: the last third, so that the two have nothing in common. */
const other = () =>
  html({
    title: 'Morning brief',
    url: 'https://brief.example/9',
    published: '2025-03-05T09:00:00Z',
    paragraphs: WHOLE.slice(6),
  });

const titles = (result: Result) => result.results.map((hit) => ('title' in hit ? hit.title : hit.report.title));
const reportsFound = async (search: string) => titles(await archive.find(`type=report&${search}`));

describe.each([
  ['a.html', 'b.html'],
  ['b.html', 'a.html'],
])('an agency’s copy: the first report is %s, the copy %s', (whole, copy) => {
  it('is found once, the earliest first, by either source, and all of it by its group', async () => {
    await put(at(whole), first());
    await put(at(copy), agency());
    expect(await archive.index(folder)).toMatchObject({ added: 2, copies: 1 });
    expect(await reportsFound('')).toEqual(['The Tamsa valley, whole']);
    const found = await archive.find('type=report');
    expect(found.results[0]).toMatchObject({ also: [{ title: 'What Orlo woke up to' }] });
    const sources = (await reports()).map(({ source }) => source.id);
    expect(new Set(sources).size).toBe(2);
    for (const source of sources) expect(await reportsFound(`source=${source}`)).toEqual(['The Tamsa valley, whole']);
    for (const { id, count } of found.facets.source?.values ?? [])
      expect([id, count]).toEqual([id, (await archive.find(`type=report&source=${id}`)).total.value]);
    const group = found.results[0]?.group ?? '';
    expect((await reportsFound(`group=${group}`)).sort()).toEqual(['The Tamsa valley, whole', 'What Orlo woke up to']);
  });

  it('has each statement once, its own too', async () => {
    await put(at(whole), first());
    await put(at(copy), agency());
    await archive.index(folder);
    const texts = (await allDocuments<FindingDocument>(archive.client, 'findings')).filter((one) => !one.copy);
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
    const all = await archive.find('per_page=100');
    expect(all.total.value).toBe(texts.length);
    expect(all.results).toHaveLength(texts.length);
    const own = await archive.find('q=newsroom+witnesses');
    expect(titles(own)).toEqual(['What Orlo woke up to']);
    for (const { id, count } of all.facets.source?.values ?? [])
      expect([id, count]).toEqual([id, (await archive.find(`source=${id}`)).total.value]);
  });

  it('stands for itself when the first is taken out, and is a copy again when that comes back', async () => {
    await put(at(whole), first());
    await put(at(copy), agency());
    await archive.index(folder);
    await rm(at(whole));
    expect(await archive.prune(folder)).toMatchObject({ removed: 1 });
    const [left, ...others] = await reports();
    expect(others).toEqual([]);
    expect(left).toMatchObject({ copy: false, copyOf: null, also: [], group: left?.id });
    expect((await allDocuments<FindingDocument>(archive.client, 'findings')).some((one) => one.copy)).toBe(false);
    await put(at(whole), first());
    await archive.index(folder);
    expect(await reportsFound('')).toEqual(['The Tamsa valley, whole']);
    await put(at(whole), first(prose(5, 9)));
    await archive.index(folder);
    expect((await reportsFound('')).sort()).toEqual(['The Tamsa valley, whole', 'What Orlo woke up to']);
    for (const { id, group, also } of await reports()) expect([group, also]).toEqual([id, []]);
  });

  it('that is edited into another text is a report by itself', async () => {
    await put(at(whole), first());
    await put(at(copy), agency());
    await archive.index(folder);
    await put(at(copy), agency(prose(3)));
    expect(await archive.index(folder)).toMatchObject({ changed: 1, copies: 0 });
    expect((await reportsFound('')).sort()).toEqual(['The Tamsa valley, whole', 'What Orlo woke up to']);
    for (const { id, group, also, facets, source } of await reports())
      expect([group, also, facets.source]).toEqual([id, [], [source.id]]);
  });
});

describe('three', () => {
  it.each([
    ['a', 'b', 'c'],
    ['c', 'b', 'a'],
    ['b', 'c', 'a'],
  ])('are one group, though two of them have nothing in common: %s, %s, %s', async (whole, copy, third) => {
    await put(at(`${whole}.html`), first());
    await put(at(`${copy}.html`), agency());
    await put(at(`${third}.html`), other());
    await archive.index(folder);
    expect(await reportsFound('')).toEqual(['The Tamsa valley, whole']);
    const [{ group = '' } = {}] = await reports();
    expect((await reports()).map((one) => one.group)).toEqual([group, group, group]);
    expect(await reportsFound(`group=${group}`)).toHaveLength(3);
    await archive.index(folder);
    await put(at(`${third}.html`), first().replace('first.example/tamsa', 'third.example/t'));
    await archive.index(folder);
    expect(await reportsFound('')).toEqual(['The Tamsa valley, whole']);
  });

  it('in files of three runs are one group too', async () => {
    await put(at('a.html'), agency());
    await archive.index(folder);
    await put(at('b.html'), other());
    await archive.index(folder);
    expect(await reportsFound('')).toHaveLength(2);
    await put(at('c.html'), first());
    await archive.index(folder);
    expect(await reportsFound('')).toEqual(['The Tamsa valley, whole']);
  });
});

describe('two reports of a series', () => {
  it('are two, standing paragraphs notwithstanding', async () => {
    const standing = prose(40, 3);
    const daily = (day: number) =>
      html({
        title: `Tamsa valley review, March ${day}, 2025`,
        url: `https://first.example/march-${day}`,
        published: `2025-03-0${day}T20:00:00Z`,
        paragraphs: [...prose(day, 2), ...standing],
      });
    for (const day of [3, 4, 5]) await put(at(`${day}.html`), daily(day));
    expect(await archive.index(folder)).toMatchObject({ added: 3, copies: 0 });
    expect(await reportsFound('')).toHaveLength(3);
  });
});
