import type { Locator, Page } from '@playwright/test';
import { count, counted } from '#app/format.ts';
import type { Result, Trend } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { expectSame } from './parts.ts';

const overTime = (page: Page): Locator => page.getByRole('region', { name: 'Over time' });
const lines = (page: Page): Locator => overTime(page).getByRole('list', { name: 'Lines' }).getByRole('listitem');
const words = (page: Page): Locator => overTime(page).getByRole('textbox', { name: /^Words to compare/ });

/** The lines are those of the API's answer, each with its total. */
async function expectLines(page: Page, { trends }: Result): Promise<void> {
  await expect(lines(page)).toHaveCount(trends.length);
  for (const [at, { label, total }] of trends.entries()) {
    const name = `Search ${label}, ${counted(total, 'finding')}`;
    await expect(lines(page).nth(at).getByRole('link', { name, exact: true })).toBeVisible();
  }
}

function firstOf({ trends }: Result): Trend {
  const [trend] = trends;
  if (!trend) throw new Error('nothing is compared');
  return trend;
}

test('words by the form, then a value by its link, are compared', async ({ page, visit, api }) => {
  await visit('/?q=Kursk');
  await expect(lines(page)).toHaveCount(0);
  await overTime(page).getByText('Compare over time').click();
  await words(page).fill('drone strike');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?q=Kursk&compare=q%3Adrone+strike');
  await expectLines(page, await api('q=Kursk&compare=q:drone strike'));

  const [actor] = (await api('q=Kursk')).facets.actor?.values ?? [];
  await overTime(page)
    .getByRole('link', { name: `Compare Actor ${actor?.label}`, exact: true })
    .click();
  const both = await api(`q=Kursk&compare=q:drone strike&compare=actor:${actor?.id}`);
  await expectLines(page, both);
  await expectSame(page, both);
  await expect(overTime(page).getByRole('link', { name: `Compare Actor ${actor?.label}`, exact: true })).toBeHidden();
});

test('a line is taken off, and searched', async ({ page, visit, api }) => {
  const address = 'actor=russia&compare=actor:ukraine&compare=q:drone';
  await visit(`/?${address}`);
  const { label, total } = firstOf(await api(address));
  await overTime(page).getByRole('link', { name: 'Take off “drone”' }).click();
  await expectLines(page, await api('actor=russia&compare=actor:ukraine'));
  await overTime(page)
    .getByRole('link', { name: `Search ${label}`, exact: false })
    .click();
  const own = await api('actor=ukraine');
  await expectSame(page, own);
  expect(own.total.value).toBe(total);
});

test('the table has the counts of every day', async ({ page, visit, api }) => {
  const found = await api('compare=actor:russia&compare=q:drone');
  await visit('/?compare=actor:russia&compare=q:drone');
  await overTime(page).getByText('The lines as a table').click();
  const rows = overTime(page).getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(found.histogram.buckets.length + 1);
  const busiest = found.histogram.buckets.findIndex((_, at) => (firstOf(found).counts[at] ?? 0) > 0);
  const cells = found.trends.map(({ counts }) => count(counts[busiest] ?? 0));
  await expect(rows.nth(busiest + 1).getByRole('cell')).toHaveText(cells);
});

test('five lines are the most', async ({ page, visit }) => {
  const compare = ['actor:russia', 'actor:ukraine', 'q:drone', 'q:missile', 'region:crimea'];
  await visit(`/?${compare.map((line) => `compare=${line}`).join('&')}`);
  await expect(lines(page)).toHaveCount(compare.length);
  await expect(overTime(page).getByText('Five lines are compared')).toBeVisible();
  await expect(overTime(page).getByText('Add a line')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('words are compared by the form, which keeps the search and the lines', async ({ page, api }) => {
    await page.goto('/?actor=russia&compare=actor:ukraine');
    await expectLines(page, await api('actor=russia&compare=actor:ukraine'));
    await overTime(page).getByText('Add a line').click();
    await words(page).fill('drone');
    await overTime(page).getByRole('button', { name: 'Compare' }).click();
    const both = await api('actor=russia&compare=actor:ukraine&compare=drone');
    expect(both.trends.map(({ id }) => id).sort()).toEqual(['actor:ukraine', 'q:drone']);
    await expect(lines(page)).toHaveCount(2);
    await expectSame(page, both);
  });
});
