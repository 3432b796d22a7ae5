import type { Browser, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const SEARCHES = [
  '',
  'q=Kharkov "the city" -drone',
  'q="Kursk Oblast',
  'q=Zelenskiy&type=report',
  'q=Ukraine&actor=russia&not_kind=passage&from=30d',
  'actor=russia&actor=ukraine&actor_op=all&facet_limit=200',
  'q=Pkorvosk',
  'q=zzzzqq refinery&topic=energy&from=2025-02-20&to=2025-03-14',
  'region=ukraine&compare=actor:russia&compare=q:drone&interval=month',
];

/** What every link of the page's content says, and where it leads. */
function linksOf(page: Page): Promise<string[]> {
  return page
    .getByRole('main')
    .getByRole('link', { includeHidden: true })
    .evaluateAll((links) =>
      links.map((link) => {
        const name = link.getAttribute('aria-label') ?? link.textContent ?? '';
        return `${name.trim()} -> ${link.getAttribute('href')}`;
      }),
    );
}

async function withoutScripts(browser: Browser, address: string): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  const links = await linksOf(page);
  await context.close();
  return links;
}

test('the links of every search are there without scripts', async ({ browser, page, visit, baseURL }) => {
  test.setTimeout(90_000);
  for (const search of SEARCHES) {
    await visit(`/?${search}`);
    const links = await linksOf(page);
    expect(links.length, search).toBeGreaterThan(30);
    const plain = new Set(await withoutScripts(browser, `${baseURL}/?${search}`));
    expect(
      links.filter((link) => !plain.has(link)),
      search,
    ).toEqual([]);
  }
});
