import { beforeEach, describe, expect, it } from 'vitest';
import type { Meilisearch } from '#lib/archive/client.ts';
import { attribute } from '#lib/facets/derive.ts';
import { createBaseline } from '#lib/search/baseline.ts';

const AT = '2025-03-01T00:00:00Z';
let asked = 0;
let findings = 0;
let fails = false;
let time = 0;

/** An engine with this many findings, each of which names Russia; Ukraine is named in one, and one is not tagged. */
const client = {
  multiSearch: async ({ queries }: { queries: { indexUid: string }[] }) => {
    asked++;
    if (fails) throw new Error('the engine is down');
    return {
      results: queries.map(({ indexUid }) => ({
        totalHits: indexUid === 'findings' ? findings : 2,
        hits: indexUid === 'reports' ? [{ archivedAt: AT, source: { id: 'vorna', name: 'Vorna Post' } }] : [],
        facetDistribution: { [attribute('actor')]: { _none: 1, russia: findings, ukraine: 1, 'al-qaeda': 1 } },
      })),
    };
  },
} as unknown as Meilisearch;
const figures = () => ({ updated_at: AT, reports: 2, findings });

beforeEach(() => {
  asked = 0;
  findings = 5;
  fails = false;
  time = 0;
});

describe('the counts of the whole archive', () => {
  it('are totals, distributions, and values by how frequent they are, of either type', async () => {
    const known = createBaseline(client);
    const [finding, report] = [await known('finding'), await known('report')];
    expect(finding.total).toBe(5);
    expect(report.total).toBe(2);
    expect(finding.facets.actor).toEqual({ _none: 1, russia: 5, ukraine: 1, 'al-qaeda': 1 });
    expect(finding.ranked.actor).toEqual(['russia', 'al-qaeda', 'ukraine']);
    expect(finding.facets.region).toEqual({});
    expect(finding.sources).toEqual(new Map([['vorna', 'Vorna Post']]));
  });

  it('tell how many reports there are, once they were counted', async () => {
    const known = createBaseline(client);
    expect(known.reports()).toBe(Number.POSITIVE_INFINITY);
    await known('finding');
    expect(known.reports()).toBe(2);
  });

  it('are asked for once, by all who ask meanwhile and as long as the archive is the same', async () => {
    const known = createBaseline(client, () => time);
    await Promise.all([known('finding'), known('finding'), known('finding', figures())]);
    time = 59_999;
    await known('finding', figures());
    expect(asked).toBe(1);
  });

  it('are asked for again after a minute', async () => {
    const known = createBaseline(client, () => time);
    await known('finding');
    time = 60_000;
    await known('finding', figures());
    expect(asked).toBe(2);
  });

  it('are asked for again when the archive has changed, once', async () => {
    const known = createBaseline(client, () => time);
    await known('finding');
    findings = 6;
    time = 1_999;
    expect((await known('finding', figures())).total, 'just counted').toBe(5);
    time = 2_000;
    const all = await Promise.all([known('finding', figures()), known('finding', figures())]);
    expect(all.map(({ total }) => total)).toEqual([6, 6]);
    expect(asked).toBe(2);
  });

  it('are asked for again after a failure', async () => {
    const known = createBaseline(client, () => time);
    fails = true;
    await expect(known('finding')).rejects.toThrow('the engine is down');
    fails = false;
    expect((await known('finding')).total).toBe(5);
  });
});
