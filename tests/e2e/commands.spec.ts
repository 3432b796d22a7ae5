import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectSame, facet, panel, results } from './parts.ts';

const article = (page: Page, place: number): Locator => results(page).getByRole('article').nth(place);
const commands = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands' });
const command = (page: Page, name: string | RegExp): Locator => commands(page).getByRole('button', { name });

async function openCommands(page: Page, typed = ''): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(commands(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type(typed);
}

test('a name in the commands adds its filter, by any alias', async ({ page, visit, api }) => {
  await visit('/');
  await openCommands(page, 'зеленськ');
  const found = await api('actor=volodymyr-zelensky');
  await expect(command(page, /^Volodymyr Zelensky/)).toContainText(String(found.total.value));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?actor=volodymyr-zelensky');
  await expect(commands(page)).toBeHidden();
  await expectSame(page, found);
});

const CHANGES = [
  { typed: 'list reports', from: '/?q=Kursk', to: '/?q=Kursk&type=report' },
  { typed: 'oldest', from: '/?q=Kursk', to: '/?q=Kursk&sort=oldest' },
  { typed: '30 days', from: '/?q=Kursk&to=2025-02-01', to: '/?q=Kursk&from=30d' },
  { typed: 'dates all', from: '/?q=Kursk&from=7d', to: '/?q=Kursk' },
  { typed: 'clear all', from: '/?q=Kursk&actor=russia&from=7d', to: '/?q=Kursk' },
];

for (const { typed, from, to } of CHANGES) {
  test(`“${typed}” in the commands`, async ({ page, visit, api }) => {
    await visit(from);
    await openCommands(page, typed);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(to);
    await expectSame(page, await api(to.slice(2)));
  });
}

test('arrows go through the commands, letters go back to the field', async ({ page, visit }) => {
  await visit('/');
  await openCommands(page);
  const all = commands(page).getByRole('listitem').getByRole('button');
  await page.keyboard.press('ArrowDown');
  await expect(all.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(all.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(all.last()).toBeFocused();
  await page.keyboard.type('dark');
  await expect(commands(page).getByRole('textbox')).toHaveValue('dark');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
});

test('“Go to” puts the focus into a facet', async ({ page, visit }) => {
  await visit('/');
  await openCommands(page, 'go to topic');
  await page.keyboard.press('Enter');
  await expect.poll(() => facet(page, 'topic').evaluate((one) => one.contains(document.activeElement))).toBe(true);
  await expect(facet(page, 'topic').getByRole('heading')).toBeInViewport();
});

test('the commands open other dialogs, and the focus comes back from the last', async ({ page, visit }) => {
  await visit('/');
  await page.keyboard.press('j');
  await expect(article(page, 0)).toBeFocused();
  await openCommands(page, 'saved searches');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Saved searches' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(article(page, 0)).toBeFocused();
});

test.describe('names that cannot be asked for', () => {
  test.use({ expectedErrors: [/status of 503/] });

  test('are told, and the other commands stay', async ({ page, visit }) => {
    await visit('/');
    await page.route('**/api/facets/**', (route) => route.fulfill({ status: 503, json: {} }));
    await openCommands(page, 'reports');
    await expect(commands(page).getByRole('status')).toContainText('Names could not be looked up');
    await expect(command(page, 'List reports')).toBeVisible();
  });
});

test.describe('390 px wide', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a button opens the commands, and “Go to” opens the filters', async ({ page, visit }) => {
    await visit('/');
    await page.getByRole('button', { name: 'Commands' }).tap();
    await commands(page).getByRole('textbox').fill('go to region');
    await command(page, /^Go to Region/).tap();
    await expect(panel(page)).toBeVisible();
    await expect.poll(() => facet(page, 'region').evaluate((one) => one.contains(document.activeElement))).toBe(true);
  });
});
