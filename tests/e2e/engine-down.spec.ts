import AxeBuilder from '@axe-core/playwright';
import getPort from 'get-port';
import { type NextProcess, runNext } from '#indexer/serve/next-process.ts';
import { expect, test } from './fixtures.ts';

// One site for all of the file, from the build that playwright.config.ts's has made.
test.describe.configure({ mode: 'default' });

let site: NextProcess;
let origin: string;
let engine: string;

test.beforeAll(async () => {
  const [port, closed] = [await getPort(), await getPort()];
  engine = `127.0.0.1:${closed}`;
  origin = `http://localhost:${port}`;
  const environment = { MEILI_URL: `http://${engine}`, MEILI_SEARCH_KEY: 'a-made-up-key' };
  site = runNext(['start', '-p', String(port), '-H', 'localhost'], { root: process.cwd(), environment, aloud: false });
  const answers = () =>
    fetch(origin).then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 20_000, message: 'the site answers' }).toBe(true);
});

test.afterAll(() => site.stop());

/** Words of the engine, of its client or of a stack. */
const INNER = /meili|ECONNREFUSED|fetch failed|a-made-up-key|index_not_found|node_modules|at async/i;

for (const path of ['/', '/?q=Kursk&actor=russia', '/reports/daily-2025-01-06-55fa1ae9e0']) {
  test(`${path} says what to do`, async ({ page, request }) => {
    await page.goto(origin + path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The archive does not answer');
    await expect(page.getByRole('main')).toContainText('Reload this page');
    await expect(page.getByRole('main')).toContainText('npm start');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const html = await (await request.get(origin + path)).text();
    expect(html.match(INNER)).toBeNull();
    expect(html).not.toContain(engine);
  });
}

for (const path of ['/api/search?q=Kursk', '/api/suggest?name=Kur']) {
  test(`${path} answers 503 with a problem and when to try again`, async ({ request }) => {
    const answer = await request.get(origin + path);
    expect(answer.status()).toBe(503);
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'engine_down', hint: expect.any(String) });
    expect(text.match(INNER)).toBeNull();
  });
}

test('a bad query is still told as one', async ({ page, request }) => {
  expect((await request.get(`${origin}/api/search?bogus=1`)).status()).toBe(400);
  await page.goto(`${origin}/?bogus=1`);
  await expect(page.getByRole('main')).toContainText('“bogus”');
});
