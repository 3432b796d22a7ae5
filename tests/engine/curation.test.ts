import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyOverrides } from '#indexer/curation/apply.ts';
import { type FindingChange, previewChange, unknownFindings } from '#indexer/curation/preview.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { newTally } from '#indexer/load/tally.ts';
import { rebuildArchive } from '#indexer/rebuild.ts';
import { openRun, type RunOptions } from '#indexer/run.ts';
import { openPool } from '#indexer/workers/pool.ts';
import type { FindingDocument, ReportDocument } from '#lib/archive/documents.ts';
import type { InputDocument } from '#lib/archive/records.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { curateBy, parseOverrides } from '#lib/entities/overrides-file.ts';
import type { Register } from '#lib/entities/register.ts';
import { emptyQuery } from '#lib/search/query.ts';
import { search, searchFacet } from '#lib/search/search.ts';
import { parseQuery } from '#lib/search/url.ts';
import { allDocuments, archiveOf, openTestArchive, type TestArchive } from './harness.ts';
import { html, prose, put } from './texts.ts';

let archive: TestArchive;
let folder: string;
const plain = loadRegister();
const GUARD =
  '- add: {facet: actor, id: tamsa-guard, label: Tamsa Guard, type: armed-group, aliases: [Тамсинська варта]}';
const curated = (text: string) => curateBy(plain, parseOverrides(text, 'overrides.yaml'));

const page = (number: number, paragraphs: string[], url = `https://one.example/${number}`) =>
  html({ title: `Review ${number} of the valley`, url, published: '2025-03-04T20:00:00Z', paragraphs });

beforeAll(async () => {
  archive = await openTestArchive();
  folder = join(archive.folder, 'reports');
  const guard = 'The Tamsa Guard moved to the bridge beyond the mill.';
  await put(join(folder, '1.html'), page(1, [guard, 'Putin spoke of the harvest in Kharkiv.', ...prose(1)]));
  await put(join(folder, '2.html'), page(2, ['Nothing was said of any guard in Kharkiv.', ...prose(2)]));
  await put(join(folder, '3.html'), page(3, ['Тамсинська варта стоїть біля мосту.', ...prose(3)]));
  await put(
    join(folder, 'copy.html'),
    page(2, ['Nothing was said of any guard in Kharkiv.', ...prose(2)], 'https://two.example/2'),
  );
  await index();
});
/** One archive for all: what a test applied is taken back. */
afterEach(async () => {
  const [input] = (await documents()).inputs;
  if (input && input.stamp !== 'plain') await apply(plain, 'plain', input.stamp);
});
afterAll(() => archive.close());

/** What tags, by name: the editions of these tests. */
const index = (more: Partial<RunOptions> = {}) =>
  indexArchive([folder], { client: archive.client, register: plain, stamp: 'plain', ...more });

async function apply(register: Register, stamp: string, taggedBy: string, more: Partial<RunOptions> = {}) {
  const run = openRun({ client: archive.client, register, stamp, tally: newTally(), ...more });
  const pool = await openPool(run);
  try {
    await applyOverrides(run, taggedBy, pool);
  } finally {
    await pool.close();
  }
  return run.tally;
}

async function preview(register: Register): Promise<{ changes: FindingChange[]; reports: number }> {
  const changes: FindingChange[] = [];
  const seen = { reports: 0 };
  for await (const change of previewChange(archive.client, register, seen)) changes.push(change);
  return { changes, ...seen };
}

async function documents() {
  return {
    findings: await allDocuments<FindingDocument>(archive.client, 'findings'),
    reports: await allDocuments<ReportDocument>(archive.client, 'reports'),
    inputs: await allDocuments<InputDocument>(archive.client, 'inputs'),
  };
}

function find(text: string, register: Register) {
  const parsed = parseQuery(new URLSearchParams(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return search(parsed.query, archiveOf(archive.client, register));
}

const findingOf = async (text: string) => {
  const found = (await documents()).findings.find((one) => one.text.includes(text) && !one.copy);
  if (!found) throw new Error(`no finding says ${text}`);
  return found;
};

describe('a preview', () => {
  it('names the findings that a change touches, with their tags before and after, and writes nothing', async () => {
    const before = await documents();
    const { changes, reports } = await preview(curated(GUARD));
    expect(changes.map(({ text, before, after }) => [text.slice(0, 12), before.actor, after.actor])).toEqual(
      expect.arrayContaining([
        ['The Tamsa Gu', [], ['tamsa-guard']],
        ['Тамсинська в', [], ['tamsa-guard']],
      ]),
    );
    expect([changes.length, reports]).toEqual([2, 2]);
    expect(await documents()).toEqual(before);
  });

  it('is empty where nothing changes', async () => {
    expect(await preview(plain)).toEqual({ changes: [], reports: 0 });
  });

  it('tells which findings the archive has not', async () => {
    const { id } = await findingOf('Tamsa Guard');
    const text = `- pin: {finding: ${id}, facet: topic, id: diplomacy}\n- pin: {finding: gone-1, facet: topic, id: diplomacy}`;
    expect(await unknownFindings(archive.client, curated(text))).toEqual(['gone-1']);
  });
});

describe('applied overrides', () => {
  it('change what the preview said, leave all else as it was, and are found by any name', async () => {
    const register = curated(GUARD);
    const before = await documents();
    const { changes } = await preview(register);
    const tally = await apply(register, 'guard', 'plain');
    const after = await documents();
    const changed = after.findings.filter((one, at) => JSON.stringify(one) !== JSON.stringify(before.findings[at]));
    expect(changed.map(({ id }) => id).sort()).toEqual(changes.map(({ id }) => id).sort());
    expect(tally).toMatchObject({ changed: 2, unchanged: 2, findings: 2 });
    expect(after.reports.map(({ id, group, also, copyOf }) => ({ id, group, also, copyOf }))).toEqual(
      before.reports.map(({ id, group, also, copyOf }) => ({ id, group, also, copyOf })),
    );
    expect((await find('q=тамсинської варти', register)).total.value).toBe(2);
    expect((await archive.client.getIndexes()).results.map(({ uid }) => uid).sort()).toEqual([
      'findings',
      'inputs',
      'reports',
      'revisions',
    ]);
  });

  it('make the documents that a rebuild makes', async () => {
    const { id } = await findingOf('Putin spoke');
    const register = curated(`${GUARD}
- merge: {facet: region, from: [kharkiv], into: kharkiv-oblast}
- rename: {facet: actor, id: vladimir-putin, label: President Putin}
- remove: {finding: ${id}, facet: actor, id: vladimir-putin}
- pin: {finding: ${id}, facet: topic, id: diplomacy}`);
    await apply(register, 'many', 'plain');
    const applied = await documents();
    const run = openRun({ client: archive.client, register, stamp: 'many' });
    const pool = await openPool(run);
    await rebuildArchive(run, pool);
    await pool.close();
    const { findings, reports } = await documents();
    expect(findings).toEqual(applied.findings);
    expect(reports).toEqual(applied.reports);
  });

  it('are up to date: a run that follows reads nothing again', async () => {
    const register = curated(GUARD);
    await apply(register, 'guard', 'plain');
    const before = await documents();
    const notices: string[] = [];
    const tally = await index({ register, stamp: 'guard', onNotice: (notice) => void notices.push(notice) });
    expect(tally).toMatchObject({ added: 0, changed: 0, unchanged: 4, read: 0 });
    expect(notices).toEqual([]);
    expect(await documents()).toEqual(before);
  });

  it('give the very documents from before when they are taken back', async () => {
    const { id } = await findingOf('Putin spoke');
    const before = await documents();
    const text = `${GUARD}\n- hide: {facet: region, id: kharkiv}\n- remove: {finding: ${id}, facet: actor, id: vladimir-putin}`;
    await apply(curated(text), 'some', 'plain');
    expect(await documents()).not.toEqual(before);
    await apply(plain, 'plain', 'some');
    expect(await documents()).toEqual(before);
  });

  it('are the whole archive or nothing when they are stopped, and can be applied again', async () => {
    const before = await documents();
    const stopped = apply(curated(GUARD), 'guard', 'plain', { signal: AbortSignal.abort(new Error('stopped')) });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await documents()).toEqual(before);
    expect((await apply(curated(GUARD), 'guard', 'plain')).changed).toBe(2);
  });

  it('come in by a rebuild where another version made the archive', async () => {
    const notices: string[] = [];
    await apply(curated(GUARD), 'newer', 'new', { onNotice: (notice) => void notices.push(notice) });
    expect(notices.join()).toContain('rebuilt');
    expect((await find('actor=tamsa-guard', curated(GUARD))).total.value).toBe(2);
  });

  it('are met whole or not at all by whoever searches meanwhile', async () => {
    const register = curated('- merge: {facet: region, from: [kharkiv], into: kharkiv-oblast}');
    const seen = new Set<string>();
    let over = false;
    const applying = apply(register, 'merged', 'plain').finally(() => {
      over = true;
    });
    while (!over) {
      const facets = ['facets.region'];
      const answer = await archive.client.index('findings').search('', { facets, hitsPerPage: 0, page: 1 });
      const { kharkiv = 0, 'kharkiv-oblast': oblast = 0 } = answer.facetDistribution?.['facets.region'] ?? {};
      seen.add(`${kharkiv} ${oblast}`);
    }
    await applying;
    for (const one of seen) expect(['3 3', '0 3']).toContain(one);
    expect(seen.has('3 3')).toBe(true);
  });
});

describe('a search after a merge', () => {
  it('follows the old id, and says so', async () => {
    const register = curated('- merge: {facet: region, from: [kharkiv], into: kharkiv-oblast}');
    await apply(register, 'merged', 'plain');
    const result = await find('region=kharkiv', register);
    expect(result.total.value).toBe(2);
    expect(result.query.filters).toEqual({ region: ['kharkiv-oblast'] });
    expect(result.query.warnings).toEqual(['“kharkiv” is now part of “Kharkiv Oblast”.']);
  });

  it('finds the values of a facet by any name, counted in the search', async () => {
    const words = archiveOf(archive.client, plain);
    const values = await searchFacet('region', 'Харк', { ...emptyQuery(), q: 'harvest' }, words);
    expect(values.values.find(({ id }) => id === 'kharkiv')).toMatchObject({ label: 'Kharkiv', count: 1 });
    const all = await searchFacet('region', 'Харк', emptyQuery(), words);
    expect(all.values[0]?.count).toBe(2);
  });
});

describe('a decision on one finding', () => {
  it('stands whatever is indexed later, with its report', async () => {
    const { id, report } = await findingOf('beyond the mill');
    const text = `- pin: {finding: ${id}, facet: actor, id: vladimir-putin}`;
    await apply(curated(text), 'pinned', 'plain');
    const pinned = await findingOf('beyond the mill');
    expect(pinned.tags.actor).toEqual([{ id: 'vladimir-putin', alias: '', rule: 'pinned', spans: [] }]);
    await put(join(folder, '1.html'), page(1, [pinned.text, 'Another text altogether.', ...prose(9)]));
    await index({ register: curated(text), stamp: 'pinned' });
    expect((await findingOf('beyond the mill')).facets.actor).toEqual(['vladimir-putin']);
    const whole = (await documents()).reports.find((one) => one.id === report.id);
    expect(whole?.facets.actor).toContain('vladimir-putin');
  });
});
