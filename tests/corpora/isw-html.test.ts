import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { toReport } from '#indexer/read-report.ts';
import type { Report } from '#lib/report/report.ts';
import { itemOf } from '#tests/items.ts';
import { sharedFile } from '#tests/shared.ts';
import { listedOn } from './page-lists.ts';
import { isForeign, keyOf, letters, reader, reportsOf } from './read.ts';

const folder = sharedFile('corpora/isw-html');

describe.skipIf(folder === null)('pages that name one address on all of them', () => {
  const reports = new Map<string, Report>();
  const listed = new Map<string, string[] | null>();

  beforeAll(async () => {
    for (const [name, report] of await reportsOf(folder ?? '')) {
      reports.set(name, report);
      listed.set(name, listedOn(readFileSync(join(folder ?? '', name), 'utf8')));
    }
  }, 120_000);

  it('are as many reports, each under an address and an id of its own', () => {
    const all = [...reports.values()];
    expect(all).toHaveLength(235);
    expect(new Set(all.map(({ id }) => id)).size).toBe(235);
    expect(new Set(all.map(({ url }) => url)).size).toBe(235);
  });

  it('have titles without the name of the site', () => {
    const titles = [...reports.values()].map(({ title }) => title);
    expect(titles.filter((title) => /Institute for the Study of War|\bISW\b|[|]/i.test(title))).toEqual([]);
    expect(titles.filter((title) => !/Russian? (?:offensive|.{0,60}campaign)/i.test(title))).toEqual([]);
  });

  it('cover the day that the name of the file gives', () => {
    const wrong = [...reports].filter(([name, { date }]) => `${date}.html` !== name).map(([name]) => name);
    expect(wrong).toEqual([]);
  });

  it('have their key takeaways found, nearly all', () => {
    const headed = [...reports].flatMap(([name, report]) => {
      const items = listed.get(name) ?? null;
      return items ? [{ name, found: keyOf(report).map(letters), items: items.map(letters) }] : [];
    });
    const wrong = headed.filter(({ found, items }) => found.join(' ') !== items.join(' ')).map(({ name }) => name);
    expect(headed.length).toBeGreaterThan(200);
    expect(wrong.length / headed.length, wrong.join()).toBeLessThan(0.02);
  });

  it('have no key findings where no heading announces any', async () => {
    const wrong = [...reports].filter(([name, report]) => listed.get(name) === null && keyOf(report).length > 0);
    expect(wrong.map(([name]) => name)).toEqual([]);
    // Each page has such a heading; so they are read again under another one.
    for (const [name] of [...reports].filter((_, at) => at % 12 === 0)) {
      const page = readFileSync(join(folder ?? '', name), 'utf8').replace(/key (?:takeaways|inflections?)/gi, 'Maps');
      const report = toReport(await itemOf(name, page), { path: name, name, url: null }, reader);
      expect(report.ok && keyOf(report.value), name).toEqual([]);
    }
  });

  it('have nothing foreign in a finding', () => {
    const found = [...reports.values()].flatMap(keyOf).filter(isForeign);
    expect(found.map((text) => text.slice(0, 80))).toEqual([]);
  });

  it('have their sources kept, and none of them in the text', () => {
    const all = [...reports.values()];
    expect(all.filter(({ references }) => references.length === 0).map(({ title }) => title)).toEqual([]);
    const passages = all.flatMap(({ findings }) => findings.map(({ text }) => text));
    expect(passages.filter((text) => /^\[\d+\]|^h?ttps?:\/\/\S+$/.test(text))).toEqual([]);
  });
});
