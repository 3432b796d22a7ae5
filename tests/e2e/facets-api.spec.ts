import { expect, test } from './fixtures.ts';

test('values of a facet are found by any name, in any script, and counted in the search', async ({ request }) => {
  const all = await (await request.get('/api/facets/actor?name=Зел')).json();
  const [{ id, label, count }] = all.values;
  expect({ id, label }).toEqual({ id: 'volodymyr-zelensky', label: 'Volodymyr Zelensky' });
  expect(count).toBeGreaterThan(0);

  const search = await (await request.get('/api/search?actor=volodymyr-zelensky&facets=none')).json();
  expect(search.total.value).toBe(count);

  const none = await (await request.get('/api/facets/actor?name=Zelen&to=1999-01-01')).json();
  expect(none.values).toContainEqual(expect.objectContaining({ id: 'volodymyr-zelensky', count: 0 }));
});

test('values that lie in a region are counted in the search, most frequent first', async ({ request }) => {
  const search = 'q=drone&facet_limit=5';
  const { values, truncated } = await (await request.get(`/api/facets/region?within=ukraine&${search}`)).json();
  expect(values).toHaveLength(5);
  expect(truncated).toBe(true);
  const counts = values.map(({ count }: { count: number }) => count);
  expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
  for (const { id, parent, count } of values) {
    expect(parent).toBe('ukraine');
    const found = await (await request.get(`/api/search?q=drone&region=${id}&facets=none`)).json();
    expect(found.total.value).toBe(count);
  }
  const [{ id, inside }] = values;
  const within = await (await request.get(`/api/facets/region?within=${id}&q=drone&facet_limit=1000`)).json();
  expect(within.values).toHaveLength(inside);
  expect((await request.get('/api/facets/actor?within=ukraine')).status()).toBe(400);
});

test('a facet that is not there, and a parameter that is not known, are refused', async ({ request }) => {
  const strange = await request.get('/api/facets/weather?name=a');
  expect(strange.status()).toBe(404);
  expect(strange.headers()['content-type']).toContain('application/problem+json');
  const misspelt = await request.get('/api/facets/actor?name=a&actr=russia');
  expect(misspelt.status()).toBe(400);
  expect(await misspelt.json()).toMatchObject({ code: 'unknown_parameter', param: 'actr' });
});
