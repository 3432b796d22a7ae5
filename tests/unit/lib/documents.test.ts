import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toReport } from '#indexer/read-report.ts';
import { createReportTagger } from '#indexer/tagging/tag-report.ts';
import { bodyParts, wholeBody } from '#lib/archive/body-parts.ts';
import { documentsOf } from '#lib/archive/documents.ts';
import { heldOf, reportOf } from '#lib/archive/report-of.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import { itemOf } from '#tests/items.ts';

const register = loadRegister();
const tag = createReportTagger(register);
const reader = { archivedAt: '2026-01-01T00:00:00Z', sources: loadSources() };

async function tagged(text: string, declared = {}) {
  const item = { ...(await itemOf('a.txt', text)), declared: { actor: [], region: [], topic: [], ...declared } };
  const read = toReport(item, { path: 'a.txt', name: 'a.txt', url: null }, reader);
  if (!read.ok) throw new Error(read.reason);
  return tag(read.value);
}

const HELD = { sketch: [1, 2], inputs: ['x'], from: 'x', modified: 5, revisedAt: null, revisions: 0 };
const TEXT =
  'Ferry opens\nKyiv • UNN\n\nUkrainian crews cleared the channel near Odesa on March 9, 2025.\nKey findings:\n- Russia struck a refinery in Saratov.\n';

describe('documents', () => {
  it('give the report back that they were made of, and it the same documents', async () => {
    const report = await tagged(TEXT, { actor: ['Turkey', 'Nobody in particular'] });
    const documents = documentsOf(report, register, HELD);
    const again = tag(reportOf(documents));
    expect(again).toEqual(report);
    expect(documentsOf(again, register, { ...heldOf(documents), sketch: [1, 2] })).toEqual(documents);
  });

  it('carry what a document states of itself beside what is tagged: on the report, and not on each finding', async () => {
    const report = await tagged(TEXT, { actor: ['Turkey', 'Nobody in particular'], region: ['Kherson Oblast'] });
    const { report: whole, findings } = documentsOf(report, register, HELD);
    expect(whole.declared.actor).toEqual(['Turkey', 'Nobody in particular']);
    expect(whole.facets.actor).toEqual(expect.arrayContaining(['turkey', 'ukraine', 'russia']));
    expect(whole.facets.region).toEqual(expect.arrayContaining(['kherson-oblast', 'ukraine']));
    for (const { facets } of findings) expect(facets.actor).not.toContain('turkey');
  });
});

describe('a body in parts', () => {
  it('is whole again, and no part has too many words', () => {
    const text = fc.array(fc.constantFrom('word ', 'слово, ', 'end.\n\n', 'a'), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 6000 }), (pieces, times) => {
        const body = pieces.join('').repeat(times);
        const parts = bodyParts(body);
        expect(wholeBody(parts)).toBe(body);
        for (const part of [parts.body, ...Object.values(parts.rest)])
          expect(part.match(/\S+/g)?.length ?? 0).toBeLessThanOrEqual(20_000);
      }),
      { numRuns: 60 },
    );
  });
});
