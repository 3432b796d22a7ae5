import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportDocument } from '#lib/archive/documents.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';
import { paragraph, put, text } from './texts.ts';

/** The engine indexes the first of so many words of an attribute. */
const ENGINE_WORDS = 65_535;

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
});
afterAll(() => archive.close());

describe('a report of more words than the engine indexes of one text', () => {
  it.each([
    ['in paragraphs', '\n\n', 'zwischenfall'],
    ['in one line', ' ', 'paragon'],
  ])('is found by its last words: %s', async (name, between, last) => {
    const parts = Array.from({ length: Math.ceil(ENGINE_WORDS / 55) }, (_, at) => paragraph(at + name.length * 10_000));
    const whole = [...parts, `At the very end the courier wrote ${last} on the gate.`].join(between);
    expect(whole.split(/\s+/).length).toBeGreaterThan(ENGINE_WORDS);
    const file = join(archive.folder, `${last}.txt`);
    await put(file, text(`The long night ${name}`, [whole]));
    expect(await archive.index(file)).toMatchObject({ added: 1, problems: 0 });
    expect((await archive.find(`type=report&q=${last}`)).total.value).toBe(1);
    expect((await archive.find(`q=${last}+courier`)).total.value).toBe(1);
    const reports = await allDocuments<ReportDocument>(archive.client, 'reports');
    expect(reports.some(({ rest }) => Object.values(rest).join('').includes(last))).toBe(true);
    expect(await archive.index(file)).toMatchObject({ unchanged: 1, read: 0 });
  });
});
