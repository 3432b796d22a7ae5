import { expect, test } from './fixtures.ts';
import {
  appliedFilters,
  box,
  expectCounts,
  expectSame,
  firstValue,
  marks,
  panel,
  results,
  valueLink,
} from './parts.ts';

test.use({ javaScriptEnabled: false });

test('search by the form', async ({ page, api }) => {
  await page.goto('/');
  await box(page).fill('Kursk');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL('/?q=Kursk');
  await expect(page).toHaveTitle(/Kursk/);
  const found = await api('q=Kursk');
  await expectSame(page, found);
  await expectCounts(page, 'actor', found);
  await expect(marks(results(page)).first()).toBeVisible();
});

test('filter by actor and region, and take one off', async ({ page, api }) => {
  const actor = firstValue(await api(), 'actor');
  const region = firstValue(await api(`actor=${actor.id}`), 'region');
  await page.goto('/');
  await valueLink(page, 'actor', actor.label).click();
  await valueLink(page, 'region', region.label).click();
  await expect(page).toHaveURL(`/?actor=${actor.id}&region=${region.id}`);
  await expectSame(page, await api(`actor=${actor.id}&region=${region.id}`));
  const remove = appliedFilters(page).getByRole('link', { name: /^Remove filter/ });
  await expect(remove).toHaveCount(2);
  await remove.filter({ hasText: 'Actor' }).click();
  await expectSame(page, await api(`region=${region.id}`));
});

test('a search by the form keeps the filters', async ({ page, api }) => {
  await page.goto('/?actor=russia&not_kind=passage&sort=oldest&page=2');
  await box(page).fill('drone');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL('/?q=drone&actor=russia&not_kind=passage&sort=oldest');
  await expectSame(page, await api('q=drone&actor=russia&not_kind=passage&sort=oldest'));
});

test('the dates of the form', async ({ page, api }) => {
  const { buckets } = (await api()).histogram;
  const from = buckets[Math.floor(buckets.length / 2)]?.from ?? '';
  await page.goto('/?q=drone');
  await panel(page).getByLabel('From', { exact: true }).fill(from);
  await panel(page).getByRole('button', { name: 'Apply dates' }).click();
  const found = await api(`q=drone&from=${from}`);
  await expectSame(page, found);
  expect(new URL(page.url()).searchParams.get('q')).toBe('drone');
  expect(found.total.value).toBeLessThan((await api('q=drone')).total.value);
  await expect(panel(page).getByLabel('From', { exact: true })).toHaveValue(from);
});

test('page 2', async ({ page, api }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL('/?page=2');
  await expectSame(page, await api('page=2'));
});

test('a hit opens its report at the finding', async ({ page, api }) => {
  const found = await api('q=Kursk&kind=passage');
  const hit = found.results.find((one) => one.type === 'finding');
  await page.goto('/?q=Kursk&kind=passage');
  await results(page).getByRole('link', { name: 'In the report' }).first().click();
  await expect(page).toHaveURL(hit?.url ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hit?.report.title ?? '');
  await expect(page.getByRole('main').getByText(hit?.text ?? '')).toBeInViewport();
});

test.describe('390 px wide', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the link “Filters” opens the panel, the closing link returns', async ({ page, api }) => {
    await page.goto('/?actor=russia');
    await expect(panel(page)).toBeHidden();
    await results(page).getByRole('link', { name: 'Filters (1)' }).click();
    await expect(panel(page)).toBeVisible();
    const { total } = await api('actor=russia');
    await panel(page)
      .getByRole('link', { name: `Show ${total.value} findings` })
      .click();
    await expect(panel(page)).toBeHidden();
    await expect(page).toHaveURL('/?actor=russia#results');
    await expectSame(page, await api('actor=russia'));
  });

  test('the panel filters', async ({ page, api }) => {
    const { id, label } = firstValue(await api(), 'kind');
    await page.goto('/');
    await results(page).getByRole('link', { name: 'Filters' }).click();
    await valueLink(page, 'kind', label).click();
    await expect(page).toHaveURL(new RegExp(`[?]kind=${id}`));
    await expectSame(page, await api(`kind=${id}`));
  });
});
