import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { appliedFilters, box, expectSame, firstValue, panel, results, sentence, valueLink } from './parts.ts';

const hasFocus = (page: Page) => page.evaluate(() => document.activeElement !== document.body);

/** The names of what the tab key stops at, one after another. */
async function tabStops(page: Page, number: number): Promise<string[]> {
  const names: string[] = [];
  for (let stop = 0; stop < number; stop++) {
    await page.keyboard.press('Tab');
    names.push(
      await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.getAttribute('name') ?? element?.textContent ?? '';
      }),
    );
  }
  return names;
}

test('the first stop skips to the page’s content', async ({ page, visit }) => {
  await visit('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/#main');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
});

test('the tab key reaches box, filters and results, in this order', async ({ page, visit, api }) => {
  const few = 'per_page=1&facet_limit=2';
  const one = await api(few);
  const [hit] = one.results;
  await visit(`/?${few}`);
  // Fields, buttons and the heads of the facets are stops too.
  const stops = await tabStops(page, 2 * (await page.getByRole('link').count()));
  const { label, count } = firstValue(one, 'actor');
  const order = [
    'Skip to the content',
    'q',
    'Skip the filters',
    `Actor ${label}, ${count}`,
    `Leave out Actor ${label}`,
    hit?.type === 'finding' ? hit.report.title : '',
    'In the report',
  ];
  expect(stops.filter((stop) => order.includes(stop)).slice(0, order.length)).toEqual(order);
});

test('a search by Enter keeps the focus in the box', async ({ page, visit, api }) => {
  await visit('/');
  await box(page).focus();
  await page.keyboard.type('Kursk');
  await page.keyboard.press('Enter');
  await expectSame(page, await api('q=Kursk'));
  await expect(box(page)).toBeFocused();
});

test('Enter on a value chooses it and keeps the focus there; again takes it off', async ({ page, visit, api }) => {
  const all = await api();
  const { id, label } = firstValue(all, 'actor');
  await visit('/');
  await valueLink(page, 'actor', label).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/?actor=${id}`);
  await expectSame(page, await api(`actor=${id}`));
  await expect(valueLink(page, 'actor', label)).toBeFocused();
  await page.keyboard.press('Enter');
  await expectSame(page, all);
  await expect(valueLink(page, 'actor', label)).toBeFocused();
});

const VANISHING = [
  { name: 'a filter of the list', link: (page: Page) => appliedFilters(page).getByRole('link').first() },
  {
    name: '“Clear all” of the filters',
    link: (page: Page) => panel(page).getByRole('link', { name: 'Clear all' }),
  },
  { name: 'a part of the sentence', link: (page: Page) => sentence(page).getByRole('link').first() },
  { name: 'a preset of the dates', link: (page: Page) => panel(page).getByRole('link', { name: 'Last 7 days' }) },
  { name: 'page 2', link: (page: Page) => results(page).getByRole('link', { name: 'Next' }) },
];

for (const { name, link } of VANISHING) {
  test(`the focus is not lost after ${name}`, async ({ page, visit }) => {
    await visit('/?actor=russia');
    const answer = page.waitForResponse('**/api/search?**');
    await link(page).focus();
    await page.keyboard.press('Enter');
    await answer;
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    await expect.poll(() => hasFocus(page), { timeout: 2000 }).toBe(true);
  });
}
