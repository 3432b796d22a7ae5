import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecord } from '#indexer/engine/record.ts';
import { searchKeyOf } from '#indexer/engine/search-key.ts';
import { expect, test } from './fixtures.ts';
import { box } from './parts.ts';

/** The data folder of the site that playwright.config.ts starts. */
const ENGINE = join('.sitrep', 'e2e', 'engine');
const PAGES = ['/', '/?q=Kursk&actor=russia', '/?bogus=1', '/reports/no-such-report'];
const ANSWERS = [...PAGES, '/api/search?q=Kursk', '/api/search?bogus=1', '/api/nope'];

/** What no reader may see: the keys, and where the engine listens. */
async function secrets(): Promise<string[]> {
  const masterKey = readFileSync(join(ENGINE, 'master.key'), 'utf8').trim();
  const port = readRecord(join(ENGINE, 'engine.json'))?.port;
  const searchKey = await searchKeyOf(`http://127.0.0.1:${port}`, masterKey);
  expect(masterKey).toMatch(/^[0-9a-f]{64}$/);
  expect(searchKey).toMatch(/^[0-9a-f]{64}$/);
  return [masterKey, searchKey, `127.0.0.1:${port}`, `localhost:${port}`];
}

function directive(policy: string, name: string): string[] {
  const found = policy.split(';').find((one) => one.trim().startsWith(`${name} `));
  return found?.trim().split(/\s+/).slice(1) ?? [];
}

for (const path of PAGES) {
  test(`${path}: scripts need a nonce, which differs per request`, async ({ request }) => {
    const nonces: string[] = [];
    for (const answer of [await request.get(path), await request.get(path)]) {
      const policy = answer.headers()['content-security-policy'] ?? '';
      const sources = directive(policy, 'script-src');
      expect(sources).not.toContain("'unsafe-inline'");
      expect(sources).not.toContain("'unsafe-eval'");
      expect(directive(policy, 'style-src')).not.toContain("'unsafe-inline'");
      expect(directive(policy, 'frame-ancestors')).toEqual(["'none'"]);
      expect(directive(policy, 'base-uri')).toEqual(["'none'"]);
      expect(directive(policy, 'object-src')).toEqual(["'none'"]);
      const nonce = sources.find((source) => source.startsWith("'nonce-"))?.slice("'nonce-".length, -1) ?? '';
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      nonces.push(nonce);
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(nonces[0]).not.toBe(nonces[1]);
  });
}

test('answers to other machines are compressed, to this one they are not', async ({ request }) => {
  const far = await request.get('/api/search?q=Kursk', { headers: { 'X-Forwarded-For': '203.0.113.7' } });
  expect(far.headers()).toMatchObject({ 'content-encoding': 'gzip', 'cache-control': 'no-store' });
  const near = await request.get('/api/search?q=Kursk');
  expect(near.headers()['content-encoding']).toBeUndefined();
  expect(near.headers()['cache-control']).toContain('no-store');
  expect(await near.json()).toEqual(await far.json());
});

test('every answer carries the protective headers, and does not name its server', async ({ request }) => {
  for (const path of ANSWERS) {
    const headers = (await request.get(path)).headers();
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
    });
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('no answer that a reader gets holds a key, in its headers or its body', async ({ page, request, api }) => {
  const hidden = await secrets();
  const seen: Promise<string>[] = [];
  page.on('response', (response) => {
    const body = response.body().then(String, () => '');
    seen.push(Promise.all([response.allHeaders(), body]).then((parts) => JSON.stringify(parts)));
  });
  const [hit] = (await api()).results;
  await page.goto('/?q=Kursk', { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: /^Reports \d/ }).click();
  await expect(page).toHaveURL(/type=report/);
  await page.goto(hit?.url ?? '', { waitUntil: 'networkidle' });
  const texts = await Promise.all(seen);
  for (const path of ANSWERS) {
    const answer = await request.get(path);
    texts.push(JSON.stringify(answer.headers()) + (await answer.text()));
  }
  expect(seen.length).toBeGreaterThan(3);
  for (const secret of hidden) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
});

test('no file that is served as it is holds a key, or knows of keys at all', async () => {
  const hidden = [...(await secrets()), 'MEILI_SEARCH_KEY', 'MEILI_MASTER_KEY', 'MEILI_URL'];
  const root = join('.next', 'static');
  const scripts = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(js|json|map)$/.test(path),
  );
  expect(scripts.length).toBeGreaterThan(0);
  for (const path of scripts) {
    const text = readFileSync(join(root, path), 'utf8');
    expect(
      hidden.filter((secret) => text.includes(secret)),
      path,
    ).toEqual([]);
  }
});

test('an injection in the words or in a value is shown as text', async ({ page, visit }) => {
  const attack = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await visit(`/?q=${encodeURIComponent(attack)}`);
  await expect(box(page)).toHaveValue(attack);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(attack);
  expect(dialogs).toEqual([]);
});
