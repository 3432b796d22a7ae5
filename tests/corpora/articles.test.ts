import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '#lib/report/report.ts';
import { sharedFile } from '#tests/shared.ts';
import { isForeign, keyOf, letters, passagesOf, reportsOf } from './read.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** The day in a name such as `…-january-6-2025.md`. */
function dayIn(name: string): string | undefined {
  const [, month = '', day = '', year] = /-([a-z]+)-(\d{1,2})-(\d{4})\.\w+$/.exec(name) ?? [];
  return year && `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The file's lines below the heading of its key takeaways, up to one that `ends` them. */
function below(file: string, ends: (line: string) => boolean): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const from = lines.findIndex((line) => /key takeaways/i.test(line) && line.length < 60) + 1;
  const rest = lines.slice(from).filter((line) => line.trim() !== '');
  const end = rest.findIndex(ends);
  return rest.slice(0, end < 0 ? rest.length : end);
}

const markdown = sharedFile('corpora/isw-markdown');

describe.skipIf(markdown === null)('assessments in Markdown', () => {
  let reports = new Map<string, Report>();
  beforeAll(async () => {
    reports = await reportsOf(markdown ?? '');
  });

  it('cover the day that the name of the file gives', () => {
    expect(reports.size).toBe(7);
    for (const [name, { date }] of reports) expect(date).toBe(dayIn(name));
  });

  it('have the bullets below the heading as findings, and nothing foreign in them', () => {
    for (const [name, report] of reports) {
      const bullets = below(`${markdown}/${name}`, (line) => !/^\s*[-*] /.test(line));
      const key = keyOf(report);
      expect(key.length, name).toBe(bullets.length);
      for (const [at, bullet] of bullets.entries())
        expect(letters(bullet.replace(/\]\([^)]*\)/g, '')), name).toContain(letters(key[at] ?? '?').slice(0, 60));
      expect(key.filter(isForeign)).toEqual([]);
    }
  });
});

const text = sharedFile('corpora/isw-text');

describe.skipIf(text === null)('updates as the text of a page', () => {
  let reports = new Map<string, Report>();
  beforeAll(async () => {
    reports = await reportsOf(text ?? '');
  });

  it('cover the day that the name of the file gives', () => {
    expect(reports.size).toBe(5);
    for (const [name, { date }] of reports) expect(date).toBe(dayIn(name));
  });

  it('have the paragraphs between "Key Takeaways" and the next heading as findings', () => {
    for (const [name, report] of reports) {
      const lines = below(
        `${text}/${name}`,
        (line) => !/[.!?]”?$/.test(line) && /^(?:toplines|us and israeli)/i.test(line),
      );
      // Emphasis left some sentences on lines of their own, so the words are compared and not the lines.
      expect(keyOf(report).map(letters).join(''), name).toBe(letters(lines.join(' ').replace(/\[\d+\]/g, '')));
      expect(keyOf(report).filter(isForeign)).toEqual([]);
      expect(report.references.length, name).toBeGreaterThan(20);
    }
  });
});

const seed = sharedFile('seed');

it.skipIf(seed === null)('the first article has eight key findings and nine passages', async () => {
  const report = (await reportsOf(seed ?? '')).get('unn-2025-03-01.txt');
  expect(report && keyOf(report)).toHaveLength(8);
  expect(report && passagesOf(report)).toHaveLength(9);
  expect(report).toMatchObject({ date: '2025-02-28', publishedAt: '2025-03-01T02:27:00Z', source: { id: 'unn' } });
});
