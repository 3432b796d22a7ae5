import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '#lib/report/report.ts';
import { sharedFile } from '#tests/shared.ts';
import { keyOf, passagesOf, reportsOf } from './read.ts';

const folder = sharedFile('corpora/news-text');

/** Lines of menus, footers, forms and share buttons, wherever they stand. */
const FURNITURE =
  /\bcookies?\b.*\b(?:browser|website|consent|visitor)|privacy policy|terms of (?:use|service)|all rights reserved|^(?:share|subscribe|sign (?:in|up)|log in|skip to|follow us|read (?:also|more)|donate)\b|maximum storage duration|visitor's? |^(?:- )?\[.*\]\(http/i;

/** The file with the longest list of other pages and no text of its own. */
const HUB = 'uanews-15.txt';

/** Days as the files state them, by stamp, address or title; those in no line of a file are null. */
const DAYS: Record<string, string | null> = {
  'uanews-0.txt': '2026-02-23',
  'uanews-11.txt': null,
  'uanews-12.txt': null,
  'uanews-15.txt': null,
  'uanews-19.txt': '2026-02-23',
  'uanews-20.txt': '2026-02-27',
  'uanews-21.txt': '2023-06-08',
  'uanews-26.txt': '2026-02-27',
  'uanews-27.txt': '2026-02-27',
  'uanews-28.txt': '2026-02-27',
  'uanews-31.txt': '2026-02-27',
  'uanews-33.txt': '2026-02-27',
  'uanews-4.txt': null,
  'uanews-40.txt': '2026-02-27',
  'uanews-41.txt': '2026-02-27',
  'uanews-43.txt': '2026-02-27',
  'uanews-45.txt': '2026-02-16',
  'uanews-48.txt': '2026-02-27',
  'uanews-49.txt': '2026-02-27',
  'uanews-5.txt': null,
  'uanews-50.txt': '2026-02-27',
  'uanews-55.txt': '2026-02-26',
  'uanews-6.txt': null,
};

/** The paragraphs of an article: long lines of at least two sentences, but for those of forms and captions. */
function articleLines(name: string): string[] {
  const lines = readFileSync(`${folder}/${name}`, 'utf8').split('\n').slice(2);
  return lines.filter(
    (line) =>
      line.split(' ').length >= 40 &&
      (line.match(/[.!?]["”’]?(?= |$)/g)?.length ?? 0) >= 2 &&
      !FURNITURE.test(line) &&
      !/newsletter|getty|photo|licen[sc]|reader|endowment|advertis|supported by|our (?:site|team)|privacy|personal information|professor of|sophomore|\bI am from\b/i.test(
        line,
      ),
  );
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/\[\d+\]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

describe.skipIf(folder === null)('news as the text of a page, with its menus', () => {
  let reports = new Map<string, Report>();
  beforeAll(async () => {
    reports = await reportsOf(folder ?? '');
  });

  it('covers the days that the files state, and none where they state none', () => {
    expect(Object.fromEntries([...reports].map(([name, { date }]) => [name, date]))).toEqual(DAYS);
  });

  it('lists no key findings', () => {
    expect([...reports.values()].flatMap(keyOf)).toEqual([]);
  });

  it('has titles without the name of the site', () => {
    for (const { title } of reports.values()) expect(title).not.toMatch(/ [|–-] (?:[A-Z][\w']* ?){1,3}$/);
  });

  it('has no menus, footers, forms or buttons in its passages', () => {
    const found = [...reports].flatMap(([name, report]) =>
      passagesOf(report)
        .filter((text) => text.split(' ').length < 60 && FURNITURE.test(text))
        .map((text) => `${name}: ${text.slice(0, 60)}`),
    );
    expect(found).toEqual([]);
  });

  it('has nearly all paragraphs of the articles', () => {
    const lines = [...reports].flatMap(([name, { body }]) => {
      const own = words(body);
      return name === HUB
        ? []
        : articleLines(name).map((line) => ({ name, line, kept: own.includes(words(line).slice(0, 120)) }));
    });
    const lost = lines.filter(({ kept }) => !kept).map(({ name, line }) => `${name}: ${line.slice(0, 60)}`);
    expect(lines.length).toBeGreaterThan(120);
    expect(lost).toEqual([]);
  });
});
