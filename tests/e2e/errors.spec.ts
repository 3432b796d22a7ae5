import { expect, test } from './fixtures.ts';
import { articles, box, expectSame, results, sentence } from './parts.ts';

const BAD = [
  { search: 'bogus=1', param: 'bogus', code: 'unknown_parameter' },
  { search: 'from=2025-02-30', param: 'from', code: 'bad_value' },
];

for (const { search, param, code } of BAD) {
  test(`/?${search} names the parameter and leads to a new search`, async ({ page, api }) => {
    await page.goto(`/?${search}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This search cannot be done as written');
    await expect(page.getByRole('main').getByRole('listitem')).toContainText(`“${param}”`);
    await page.getByRole('link', { name: 'start a new search' }).click();
    await expect(page).toHaveURL('/');
    await expectSame(page, await api());
  });

  test(`the API answers ${search} with 400 and a problem`, async ({ request }) => {
    const answer = await request.get(`/api/search?${search}`);
    expect(answer.status()).toBe(400);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
    const problem = await answer.json();
    expect(problem).toMatchObject({ status: 400, code, param, detail: expect.stringContaining(`“${param}”`) });
    expect(problem.hint).toMatch(/\w+ \w+/);
  });
}

test('the API tells every problem of an address', async ({ request }) => {
  const answer = await request.get(`/api/search?${BAD.map(({ search }) => search).join('&')}`);
  const { problems } = await answer.json();
  expect(problems.map(({ param }: { param: string }) => param).toSorted()).toEqual(BAD.map(({ param }) => param));
});

test('the API puts the end before the beginning right', async ({ request, api }) => {
  const answer = await request.get('/api/search?q=drone&from=2025-02-20&to=2025-02-01');
  expect(answer.status()).toBe(400);
  const { param, instead } = await answer.json();
  expect({ param, instead }).toEqual({ param: 'to', instead: 'q=drone&from=2025-02-01&to=2025-02-20' });
  expect((await api(instead)).total.value).toBeGreaterThan(0);
});

test('the API answers an unknown path with 404 and a problem', async ({ request }) => {
  for (const path of ['/api/nope', '/api/search/nope']) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not_found', hint: expect.any(String) });
  }
});

test('a page beyond the last says so and leads to the first', async ({ page, visit, api }) => {
  const all = await api('q=Kursk');
  await visit('/?q=Kursk&page=9999');
  await expect(results(page)).toContainText('There is no page 9999 of this search');
  await expect(sentence(page)).toContainText(`${all.total.value} findings`);
  await results(page).getByRole('link', { name: 'Go to the first' }).click();
  await expect(page).toHaveURL('/?q=Kursk');
  await expectSame(page, all);
});

test('one too many results per page is told, not cut', async ({ request }) => {
  expect(await (await request.get('/api/search?per_page=101')).json()).toMatchObject({ param: 'per_page' });
});

test.describe('a search that is not answered', () => {
  test.use({ expectedErrors: [/status of 503/] });

  test('says so and keeps the last answer on the page', async ({ page, visit, api }) => {
    await visit('/');
    await page.route('**/api/search?**', (route) => route.fulfill({ status: 503, json: { status: 503 } }));
    await box(page).fill('Kursk');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    // Next's own, empty announcer is an alert too.
    await expect(results(page).getByRole('alert')).toContainText('did not answer');
    await expect(articles(page)).toHaveCount((await api()).results.length);
    await expect(box(page)).toHaveValue('Kursk');
  });
});
