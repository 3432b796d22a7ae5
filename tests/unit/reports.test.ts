import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReports } from '#indexer/read-report.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import type { Report } from '#lib/report/report.ts';

/** Reports as many desks write them, each beside what an analyst takes from it: `name.expected.json`. */
const FOLDER = join(import.meta.dirname, '../fixtures/reports');
const ENDING = '.expected.json';

const names = readdirSync(FOLDER).filter((name) => !name.endsWith(ENDING));

async function reportOf(name: string): Promise<Report> {
  const found = { path: name, file: join(FOLDER, name), name, root: FOLDER, url: null };
  for await (const read of readReports(found, { archivedAt: '2026-06-01T00:00:00Z', sources: loadSources() }))
    if (read.ok) return read.value.report;
  throw new Error(`${name} is no report`);
}

it.each(names)('%s', async (name) => {
  const { title, date, dateBasis, publishedAt, lang, findings, references } = await reportOf(name);
  const key = findings.filter(({ kind }) => kind === 'key').map(({ section, text }) => ({ section, text }));
  const passages = findings.filter(({ kind }) => kind === 'passage').map(({ text }) => text);
  const expected: unknown = JSON.parse(readFileSync(join(FOLDER, `${name}${ENDING}`), 'utf8'));
  expect({ title, date, dateBasis, publishedAt, lang, key, passages, references }).toEqual(expected);
});
