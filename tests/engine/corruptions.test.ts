import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReportDocument } from '#lib/archive/documents.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import { corruptions } from './corruptions.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';

const COUNT = 250;

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
});
afterAll(() => archive.close());

it(`${COUNT} corrupted files end in the archive or in quarantine, each of them`, async () => {
  const folder = join(archive.folder, 'corrupted');
  mkdirSync(folder);
  const files = corruptions(COUNT);
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const tally = await archive.index(folder);
  expect(tally.files).toBe(COUNT);
  const inputs = await allDocuments<InputDocument>(archive.client, 'inputs');
  expect(inputs.map(({ path }) => path).sort()).toEqual(files.map(({ name }) => name).sort());
  for (const { path, reports, failed, problems, done } of inputs) {
    expect(done, path).toBe(true);
    expect(reports.length + failed, path).toBeGreaterThan(0);
    for (const { reason, remedy } of problems) {
      expect(reason, path).toMatch(/\S/);
      expect(reason, path).not.toMatch(
        /undefined|\[object|TypeError|Cannot read prop|is not a function|Maximum call stack/,
      );
      expect(remedy, path).toMatch(/\S/);
    }
  }
  for (const { title, body } of await allDocuments<ReportDocument>(archive.client, 'reports')) {
    expect(title).toMatch(/\S/);
    expect(body).not.toMatch(/\ufffd{4}/);
  }
  // What is in quarantine stays there, and nothing is read again for it.
  const again = await archive.index(folder);
  expect(again).toMatchObject({ read: 0, problems: tally.problems });
}, 300_000);
