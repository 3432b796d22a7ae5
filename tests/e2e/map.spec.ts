import type { Locator, Page } from '@playwright/test';
import { counted } from '#app/format.ts';
import places from '#lib/map/places.json' with { type: 'json' };
import type { FacetValue, Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { expectSame, sentence } from './parts.ts';

const where = (page: Page): Locator => page.getByRole('region', { name: 'Where' });
const oblastSheet = (page: Page): Locator => where(page).getByRole('figure', { name: 'Ukraine by oblast' });

function link(page: Page, { label, count }: FacetValue, verb = 'Filter by'): Locator {
  return where(page).getByRole('link', { name: `${verb} ${label}, ${counted(count, 'finding')}`, exact: true });
}

/** The API's regions that have a place in a table of the map, those with the most results first. */
function on(table: object, { facets }: Result): FacetValue[] {
  return (facets.region?.values ?? []).filter(({ id, count }) => count > 0 && id in table);
}

/** All regions of an answer, as the map is to have them. */
const ALL = 'facet_limit=1000';

test('every oblast and country of the results is a link with its count', async ({ page, visit, api }) => {
  const found = await api(ALL);
  await visit(`/?${ALL}`);
  for (const region of on(places.oblasts, found)) await expect(link(page, region)).toHaveCount(1);
  for (const region of on(places.countries, found).slice(0, 8)) await expect(link(page, region)).toHaveCount(1);
  expect(on(places.oblasts, found).length).toBeGreaterThan(8);
});

test('the shapes are drawn', async ({ page, visit, api }) => {
  const [first] = on(places.oblasts, await api(ALL));
  await visit(`/?${ALL}`);
  const box = () =>
    link(page, first as FacetValue).evaluate((shape) => (shape as Element as SVGGraphicsElement).getBBox().width);
  await expect.poll(box, { message: 'the outline has come' }).toBeGreaterThan(10);
});

test('a click on an oblast filters, another takes it off', async ({ page, visit, api }) => {
  const [oblast] = on(places.oblasts, await api(ALL)).slice(1);
  if (!oblast) throw new Error('the sample names no oblast');
  await visit(`/?${ALL}`);
  await link(page, oblast).click();
  await expect(page).toHaveURL(`/?region=${oblast.id}&${ALL}`);
  const filtered = await api(`region=${oblast.id}&${ALL}`);
  await expectSame(page, filtered);
  expect(filtered.total.value).toBe(oblast.count);
  await expect(link(page, oblast, 'Remove filter:')).toHaveAttribute('aria-current', 'true');
  await link(page, oblast, 'Remove filter:').click();
  await expect(page).toHaveURL(`/?${ALL}`);
  await expectSame(page, await api(ALL));
});

test('by keys: to an oblast, and Enter', async ({ page, visit, api }) => {
  const [oblast] = on(places.oblasts, await api(ALL));
  if (!oblast) throw new Error('the sample names no oblast');
  await visit(`/?${ALL}`);
  await link(page, oblast).focus();
  await page.keyboard.press('Enter');
  await expectSame(page, await api(`region=${oblast.id}`));
  await expect(link(page, oblast, 'Remove filter:')).toBeFocused();
});

test('a country that no sheet shows is a link beside them', async ({ page, visit, api }) => {
  const countries = on(places.countries, await api(ALL));
  await visit(`/?${ALL}`);
  const elsewhere = where(page)
    .getByText(/^Elsewhere/)
    .getByRole('link', { name: /^Filter by/ })
    .first();
  const name = (await elsewhere.getAttribute('aria-label')) ?? '';
  const country = countries.find(({ label, count }) => name === `Filter by ${label}, ${counted(count, 'finding')}`);
  await elsewhere.click();
  await expectSame(page, await api(`region=${country?.id}&${ALL}`));
});

test('what the words find decides which part of the world is shown', async ({ page, visit }) => {
  await visit(`/?${ALL}`);
  await expect(where(page).getByRole('figure').first()).toHaveAccessibleName('Ukraine by oblast');
  await page.getByRole('searchbox', { name: 'Search the findings' }).fill('Damascus');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(sentence(page)).toContainText('with Damascus');
  await expect(where(page).getByRole('figure').first()).toHaveAccessibleName('The Middle East');
  await expect(oblastSheet(page)).toBeVisible();
});

test('results that name no place leave the outlines, and say so', async ({ page, visit }) => {
  await visit('/?q=zzzzqq');
  await expect(where(page).getByText('No place of the map is named')).toBeVisible();
  await expect(where(page).getByRole('link')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the map is drawn, and its links filter', async ({ page, api }) => {
    const [oblast] = on(places.oblasts, await api(ALL));
    if (!oblast) throw new Error('the sample names no oblast');
    await page.goto(`/?${ALL}`);
    await link(page, oblast).click();
    await expect(page).toHaveURL(`/?region=${oblast.id}&${ALL}`);
    await expectSame(page, await api(`region=${oblast.id}`));
    await expect(link(page, oblast, 'Remove filter:')).toBeVisible();
  });
});

test('the outlines are one file that is kept', async ({ page, visit }) => {
  const outlines = page.waitForResponse(/map.*\.svg/);
  await visit('/');
  const headers = (await outlines).headers();
  expect(headers['content-type']).toContain('image/svg+xml');
  expect(headers['cache-control']).toContain('immutable');
});
