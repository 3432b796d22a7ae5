import type { Page } from '@playwright/test';
import { emptyPageScripts, gzipped, pageScripts, sum, type Weights } from '#tests/scripts.ts';
import { expect, test } from './fixtures.ts';

/** What the page's scripts may weigh more than those of an empty page. */
const BUDGET = 40_000;
/** What a page does by itself, it has done by then. */
const IDLE_MS = 3000;

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Every script that the search page loads while the reader does nothing. */
async function loadedScripts(page: Page): Promise<Weights> {
  const scripts: Promise<[string, number]>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(response.body().then((body) => [new URL(response.url()).pathname, gzipped(body)]));
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.waitForTimeout(IDLE_MS);
  return new Map(await Promise.all(scripts));
}

test('the scripts that the page needs weigh at most 40 kB more than those of an empty page', async ({ page }) => {
  test.setTimeout(140_000);
  const [empty, needed] = [await emptyPageScripts(), await loadedScripts(page)];
  expect(empty.size).toBeGreaterThan(0);
  const above = sum(needed) - sum(empty);
  const list = [...needed].map(([src, bytes]) => `${kB(bytes).padStart(10)}  ${src}`).join('\n');
  const sums = `${kB(sum(needed))} gzipped are ${kB(above)} above the empty page's ${kB(sum(empty))}`;
  expect(above, `${sums}; ${kB(BUDGET)} are allowed\n${list}\n`).toBeLessThanOrEqual(BUDGET);
});

test('no script is loaded that the page does not name, as long as the reader asks for nothing', async ({ page }) => {
  const loaded = await loadedScripts(page);
  const named = await pageScripts(page.url());
  expect([...loaded.keys()].sort()).toEqual([...named.keys()].sort());
});
