import type { Page } from '@playwright/test';
import type { FacetValue } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { facet, firstValue, rows, valueLink, valueName } from './parts.ts';

const expander = (page: Page, label: string) =>
  facet(page, 'region').getByRole('button', { name: `Show what lies in ${label}` });

/** The first of the regions listed that has more inside than is listed of it. */
function withMore(values: FacetValue[]): FacetValue {
  const listed = (outer: string) => values.filter(({ parent, count: found }) => parent === outer && found > 0).length;
  const value = values.find(({ id, inside = 0 }) => inside > listed(id));
  if (!value) throw new Error('the sample has no region with more inside than is listed');
  return value;
}

test('lists no place without what it lies in', async ({ page, visit, api }) => {
  for (const address of ['', 'q=Kursk&region=kursk', 'q=zzzzqq&region=sudzha&facet_limit=2']) {
    const { values = [] } = (await api(address)).facets.region ?? {};
    await visit(`/?${address}`);
    const nested = values.filter(({ parent }) => parent);
    expect(nested.length).toBeGreaterThan(0);
    for (const { label, parent } of nested) {
      const outer = values.find(({ id }) => id === parent);
      const name = valueName('region', outer?.label ?? '');
      const branch = rows(facet(page, 'region')).filter({ has: page.getByRole('link', { name }) });
      await expect(branch.last()).toContainText(label);
    }
  }
});

test('opens in place, by mouse and by keys, down to places', async ({ page, visit, api, request }) => {
  const search = 'kind=key';
  const { values = [] } = (await api(search)).facets.region ?? {};
  const { id, label } = withMore(values);
  const inside = await (await request.get(`/api/facets/region?within=${id}&${search}&facet_limit=200`)).json();
  await visit(`/?${search}`);
  await expect(expander(page, label)).toHaveAttribute('aria-expanded', 'false');
  await expander(page, label).click();
  await expect(expander(page, label)).toHaveAttribute('aria-expanded', 'true');
  for (const one of inside.values as FacetValue[])
    await expect(valueLink(page, 'region', one.label)).toHaveAccessibleName(`Region ${one.label}, ${one.count}`);
  const listed = new Set(values.map((value) => value.id));
  const other = (inside.values as FacetValue[]).find((value) => !listed.has(value.id) && value.inside);
  if (!other) throw new Error('the sample has no division to open');
  await valueLink(page, 'region', other.label).focus();
  await page.keyboard.press('ArrowRight');
  await expect(expander(page, other.label)).toHaveAttribute('aria-expanded', 'true');
  const deeper = await (await request.get(`/api/facets/region?within=${other.id}&${search}`)).json();
  await expect(valueLink(page, 'region', deeper.values[0].label)).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(valueLink(page, 'region', deeper.values[0].label)).toBeHidden();
  await expander(page, label).click();
  await expect(valueLink(page, 'region', other.label)).toBeHidden();
});

test('stays open when a filter is set, with the counts of the new search', async ({ page, visit, api, request }) => {
  const { id, label } = withMore((await api()).facets.region?.values ?? []);
  const actor = firstValue(await api(), 'actor');
  await visit('/');
  await expander(page, label).click();
  await valueLink(page, 'actor', actor.label).click();
  const { values } = await (await request.get(`/api/facets/region?within=${id}&actor=${actor.id}`)).json();
  for (const one of (values as FacetValue[]).slice(0, 5))
    await expect(valueLink(page, 'region', one.label)).toHaveAccessibleName(`Region ${one.label}, ${one.count}`);
});

test.describe('when the site does not answer', () => {
  test.use({ expectedErrors: [/status of 503/] });

  test('says so, and tries again', async ({ page, visit, api }) => {
    const { label } = withMore((await api()).facets.region?.values ?? []);
    await page.route('**/api/facets/**', (route) => route.fulfill({ status: 503, body: '{}' }));
    await visit('/');
    await expander(page, label).click();
    const failed = facet(page, 'region').getByRole('alert');
    await expect(failed).toContainText('could not be looked up');
    await page.unroute('**/api/facets/**');
    await failed.getByRole('button', { name: 'Try again' }).click();
    await expect(failed).toBeHidden();
  });
});
