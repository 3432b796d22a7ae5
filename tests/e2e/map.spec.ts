import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { counted } from '#app/format.ts';
import places from '#lib/map/places.json' with { type: 'json' };
import type { Region } from '#lib/map/sheet.ts';
import type { Insight } from '#lib/search/insight.ts';
import { expect, test } from './fixtures.ts';
import { box, expectSame, sentence } from './parts.ts';

const where = (page: Page): Locator => page.getByRole('region', { name: 'Where' });
const sheets = (page: Page): Locator => where(page).getByRole('figure');

function link(page: Page, { label, count }: Region, verb = 'Filter by'): Locator {
  return where(page).getByRole('link', { name: `${verb} ${label}, ${counted(count, 'finding')}`, exact: true });
}

/** The oblasts, or the countries, of the API's answer, those with the most results first. */
async function named(request: APIRequestContext, table: object, search = ''): Promise<Region[]> {
  const { regions }: Insight = await (await request.get(`/api/insight?${search}`)).json();
  return regions.filter(({ id }) => id in table).sort((one, other) => other.count - one.count);
}

async function firstOblast(request: APIRequestContext): Promise<Region> {
  const [oblast] = await named(request, places.oblasts);
  if (!oblast) throw new Error('the sample names no oblast');
  return oblast;
}

test('every oblast and country of the results is a link with its count', async ({ page, visit, request }) => {
  const [oblasts, countries] = [await named(request, places.oblasts), await named(request, places.countries)];
  await visit('/');
  for (const oblast of oblasts) await expect(link(page, oblast)).toHaveCount(1);
  for (const country of countries.slice(0, 8)) await expect(link(page, country)).toHaveCount(1);
  expect(oblasts.length).toBeGreaterThan(8);
});

test('the outlines are drawn, from one file that is kept', async ({ page, visit, request }) => {
  const outlines = page.waitForResponse(/map[^/]*\.svg/);
  await visit('/');
  const headers = (await outlines).headers();
  expect(headers['content-type']).toContain('image/svg+xml');
  expect(headers['cache-control']).toContain('immutable');
  const width = (region: Region) => link(page, region).evaluate((drawn) => drawn.getBoundingClientRect().width);
  for (const oblast of await named(request, places.oblasts))
    await expect.poll(() => width(oblast), { message: `${oblast.label} is drawn` }).toBeGreaterThan(5);
});

test('a click on an oblast filters, another takes it off', async ({ page, visit, api, request }) => {
  const oblast = await firstOblast(request);
  await visit('/');
  await link(page, oblast).click();
  await expect(page).toHaveURL(`/?region=${oblast.id}`);
  const filtered = await api(`region=${oblast.id}`);
  await expectSame(page, filtered);
  expect(filtered.total.value).toBe(oblast.count);
  await expect(link(page, oblast, 'Remove filter:')).toHaveAttribute('aria-current', 'true');
  await link(page, oblast, 'Remove filter:').click();
  await expect(page).toHaveURL('/');
  await expectSame(page, await api());
});

test('by keys: to an oblast, Enter, and the focus stays there', async ({ page, visit, api, request }) => {
  const oblast = await firstOblast(request);
  await visit('/');
  await link(page, oblast).focus();
  await page.keyboard.press('Enter');
  await expectSame(page, await api(`region=${oblast.id}`));
  await expect(link(page, oblast, 'Remove filter:')).toBeFocused();
});

test('a country that no sheet shows is a link beside them', async ({ page, visit, api, request }) => {
  const countries = await named(request, places.countries);
  await visit('/');
  const elsewhere = where(page)
    .getByText(/^Elsewhere/)
    .getByRole('link', { name: /^Filter by/ })
    .first();
  const label = await elsewhere.textContent();
  const country = countries.find((one) => one.label === label);
  await elsewhere.click();
  await expectSame(page, await api(`region=${country?.id}`));
});

test('what is found decides which part of the world is shown, and which sheet first', async ({ page, visit }) => {
  await visit('/');
  await expect(sheets(page).first()).toHaveAccessibleName('Ukraine by oblast');
  await box(page).fill('Damascus');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(sentence(page)).toContainText('with Damascus');
  await expect(sheets(page).first()).toHaveAccessibleName('The Middle East');
  await expect(sheets(page)).toHaveCount(2);
});

test('results that name no place are said to, in the place of a map', async ({ page, visit }) => {
  await visit('/?q=zzzzqq');
  await expect(where(page).getByText('No place of the map is named')).toBeVisible();
  await expect(where(page).getByRole('link')).toHaveCount(0);
  await expect(sheets(page)).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the map is there, and its links filter', async ({ page, api, request }) => {
    const oblast = await firstOblast(request);
    await page.goto('/');
    await link(page, oblast).click();
    await expect(page).toHaveURL(`/?region=${oblast.id}`);
    await expectSame(page, await api(`region=${oblast.id}`));
    await expect(link(page, oblast, 'Remove filter:')).toBeVisible();
  });
});
