import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '#indexer/discover/files.ts';
import { mappingOfPairs, parseMapping, readMapping } from '#indexer/formats/mapping.ts';
import type { Outcome } from '#indexer/outcome.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-mapping-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function told(outcome: Outcome<unknown>): unknown {
  return outcome.ok ? outcome.value : `${outcome.source}: ${outcome.reason}`;
}

async function found(path: string) {
  const all = [];
  for await (const outcome of discover([path]))
    if (!outcome.ok) all.push(told(outcome));
    else if (outcome.value.refused) all.push(told({ ok: false, ...outcome.value.refused }));
    else all.push([outcome.value.path, outcome.value.mapping]);
  return all;
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe('a mapping', () => {
  it('is a line for each name', () => {
    expect(told(parseMapping('title: Headline\nregion: labels.province\n', 'm'))).toEqual({
      title: 'Headline',
      region: 'labels.province',
    });
  });

  it.each([
    ['headlin: A\ntext: B', 'm: unknown name in the mapping: headlin'],
    ['text: 3', "m: the mapping of text is no column's name"],
    ['text: " "', "m: the mapping of text is no column's name"],
    ['__proto__: a', 'm: unknown name in the mapping: __proto__'],
    ['', 'm: no mapping: no names with columns'],
    ['- title', 'm: no mapping: no names with columns'],
    ['a: [', 'm: not valid YAML'],
  ])('cannot be %j', (text, reason) => {
    expect(told(parseMapping(text, 'm'))).toBe(reason);
  });

  it('lists the names there are', () => {
    const outcome = parseMapping('headlin: A', 'm');
    expect(outcome.ok ? '' : outcome.remedy).toMatch(/^use one of id, title, text, .*actor, region, topic$/);
  });

  it('may be pairs', () => {
    expect(told(mappingOfPairs(['title=Headline', 'text=Body = whole']))).toEqual({
      title: 'Headline',
      text: 'Body = whole',
    });
    expect(told(mappingOfPairs(['title']))).toBe('mapping: "title" is no pair');
    expect(told(mappingOfPairs(['headlin=A']))).toBe('mapping: unknown name in the mapping: headlin');
  });

  it('that is not there is told', async () => {
    expect(told(await readMapping(join(folder, 'none.yaml'), 'none.yaml'))).toBe('none.yaml: cannot be read (ENOENT)');
  });
});

describe('beside a table', () => {
  it('a mapping is found, and is no report itself', async () => {
    const table = write('reports.csv', 'Body\nText\n');
    write('reports.csv.map.yaml', 'text: Body\n');
    write('other.csv', 'text\nText\n');
    expect(await found(folder)).toEqual([
      ['other.csv', undefined],
      ['reports.csv', { text: 'Body' }],
    ]);
    expect(await found(table)).toEqual([['reports.csv', { text: 'Body' }]]);
  });

  it('a mapping that is wrong is told in place of the table', async () => {
    write('reports.csv', 'Body\nText\n');
    write('reports.csv.map.yaml', 'txt: Body\n');
    expect(await found(folder)).toEqual([`${folder}/reports.csv.map.yaml: unknown name in the mapping: txt`]);
  });

  it('a mapping of no file is a file like any other', async () => {
    write('gone.csv.map.yaml', 'text: Body\n');
    expect(await found(folder)).toEqual([`${folder}/gone.csv.map.yaml: not a format this version reads (.yaml)`]);
  });
});
