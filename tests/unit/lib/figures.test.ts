import { expect, it } from 'vitest';
import type { Meilisearch } from '#lib/archive/client.ts';
import { createFigures } from '#lib/search/figures.ts';

/** An engine that has one more report whenever it is asked, and a clock. */
function engine() {
  const state = { asked: 0, fails: false, time: 0 };
  const multiSearch = async ({ queries }: { queries: object[] }) => {
    state.asked++;
    if (state.fails) throw new Error('the engine is down');
    return { results: queries.map(() => ({ totalHits: state.asked, hits: [] })) };
  };
  const read = createFigures({ multiSearch } as unknown as Meilisearch, () => state.time);
  return { state, reports: async () => (await read()).get('reports')?.totalHits };
}

it('figures are a second old at most, and asked for once by all who want them meanwhile', async () => {
  const { state, reports } = engine();
  expect(await Promise.all([reports(), reports()])).toEqual([1, 1]);
  state.time = 999;
  expect(await reports()).toBe(1);
  expect(state.asked).toBe(1);
  state.time = 1_000;
  expect(await reports()).toBe(2);
});

it('figures that could not be had are asked for again at once', async () => {
  const { state, reports } = engine();
  state.fails = true;
  await expect(reports()).rejects.toThrow('the engine is down');
  state.fails = false;
  expect(await reports()).toBe(2);
});
