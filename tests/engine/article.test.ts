import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import type { FindingHit, Hit, Labelled } from '#lib/search/result.ts';
import { allDocuments, openTestArchive, type TestArchive } from './harness.ts';

const ARTICLE = 'tests/fixtures/articles/agency-article.txt';

let archive: TestArchive;
let file: string;
beforeAll(async () => {
  archive = await openTestArchive();
  file = join(archive.folder, 'article.txt');
  await copyFile(ARTICLE, file);
  expect(await archive.index(file)).toMatchObject({ added: 1, problems: 0 });
});
afterAll(() => archive.close());

const ids = (values: Labelled[]) => values.map(({ id }) => id).sort();

function finding(hit: Hit | undefined): FindingHit {
  if (hit?.type !== 'finding') throw new Error('no finding');
  return hit;
}

async function key(): Promise<FindingHit[]> {
  return (await archive.find('kind=key&sort=oldest')).results.map(finding);
}

describe('an agency’s article about a report', () => {
  it('is one report with source, originator, and the covered day with its year from the stamp', async () => {
    const [report, ...others] = await allDocuments<ReportDocument>(archive.client, 'reports');
    expect(others).toEqual([]);
    expect(report).toMatchObject({
      title: 'moscow and minsk move closer while talks about the border stall - Sitrep Daily',
      source: { id: 'sitrep-wire' },
      originator: { id: 'sitrep-daily' },
      date: '2024-03-14',
      dateBasis: { from: 'text', year: { from: 'stamp', quote: '15.03.24' } },
    });
  });

  it('has its listed findings in order, and its paragraphs as passages', async () => {
    expect((await key()).map(({ text }) => text.slice(0, 20))).toEqual([
      'Zelenskiy and Macron',
      'Russia continues to ',
      'Ukrainian drones str',
      'Russian troops advan',
      'The occupying “head ',
    ]);
    const passages = await archive.find('kind=passage&sort=oldest');
    expect(passages.results.map((hit) => finding(hit).text.slice(0, 16))).toContain('Despite statemen');
  });

  it('leaves out what is not the report’s', async () => {
    const all = (await archive.find('per_page=100')).results.map((hit) => finding(hit).text).join('\n');
    for (const stray of ['Recall', 'last spoken', 'Border guards', 'Details', 'views', '15.03.24'])
      expect(all).not.toContain(stray);
  });

  it('tags who, where and what', async () => {
    const findings = await key();
    expect(ids(findings[0]?.actors ?? [])).toEqual(expect.arrayContaining(['emmanuel-macron', 'volodymyr-zelensky']));
    expect(ids(findings[3]?.actors ?? [])).toEqual(['russia']);
    expect(ids(findings[3]?.regions ?? [])).toEqual(['chasiv-yar', 'toretsk', 'zaporizhia-oblast']);
    expect(ids(findings[4]?.actors ?? [])).toEqual(expect.arrayContaining(['sergei-aksyonov', 'vladimir-putin']));
    expect(ids(findings[4]?.regions ?? [])).toEqual(['crimea']);
  });

  it.each(['Zelenskyy', 'Zelenskiy', 'Зеленський', 'zelensky'])('is found by %s', async (name) => {
    const { results, query } = await archive.find(new URLSearchParams({ q: name }).toString());
    const [hit] = results.map(finding);
    expect(hit?.text).toContain('Zelenskiy and Macron');
    expect(hit?.snippets[0]?.ranges[0]).toEqual([0, 'Zelenskiy'.length]);
    expect(hit?.matched).toContainEqual(expect.objectContaining({ entity: 'volodymyr-zelensky', alias: 'Zelenskiy' }));
    expect(query.expanded).toMatchObject([{ entity: 'volodymyr-zelensky' }]);
  });

  it('is found as written only, where that is asked for', async () => {
    expect((await archive.find('q=Zelenskiy&exact=1')).total.value).toBe(1);
    expect((await archive.find('q=Zelenskyy&exact=1')).total.value).toBe(0);
  });

  it('is found by what its places lie in', async () => {
    const { results } = await archive.find('region=ukraine&kind=key&per_page=100');
    expect(results.some((hit) => finding(hit).text.startsWith('Russian troops advanced'))).toBe(true);
  });
});

describe('the same article again', () => {
  it('changes nothing: no write is even asked of the engine', async () => {
    const before = [await allDocuments(archive.client, 'reports'), await allDocuments(archive.client, 'findings')];
    const { total } = await archive.client.tasks.getTasks({ limit: 1 });
    expect(await archive.index(file)).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect((await archive.client.tasks.getTasks({ limit: 1 })).total).toBe(total);
    expect([await allDocuments(archive.client, 'reports'), await allDocuments(archive.client, 'findings')]).toEqual(
      before,
    );
  });

  it('edited, keeps the ids of the findings that stay and the day it first came', async () => {
    const before = await allDocuments<FindingDocument>(archive.client, 'findings');
    const [report] = await allDocuments<ReportDocument>(archive.client, 'reports');
    const edited = (await readFile(file, 'utf8')).replace(
      'Ukrainian drones struck an oil depot',
      'Unknown drones hit an airfield',
    );
    await writeFile(file, edited);
    expect(await archive.index(file)).toMatchObject({ added: 0, changed: 1 });
    const after = await allDocuments<FindingDocument>(archive.client, 'findings');
    const [later] = await allDocuments<ReportDocument>(archive.client, 'reports');
    expect(later).toMatchObject({ id: report?.id, archivedAt: report?.archivedAt });
    expect(later?.hash).not.toBe(report?.hash);
    const gone = before.filter(({ id }) => !after.some((one) => one.id === id)).map(({ text }) => text);
    const come = after.filter(({ id }) => !before.some((one) => one.id === id)).map(({ text }) => text);
    expect(gone).toEqual(['Ukrainian drones struck an oil depot in the Rostov region.']);
    expect(come).toEqual(['Unknown drones hit an airfield in the Rostov region.']);
  });
});
