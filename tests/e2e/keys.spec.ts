import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { box, expectSame, facet, firstValue, results, sentence, valueLink } from './parts.ts';

const article = (page: Page, place: number): Locator => results(page).getByRole('article').nth(place);
const commands = (page: Page): Locator => page.getByRole('dialog', { name: 'Commands' });

test('/ goes to the box, Escape back to where the focus was, the words kept', async ({ page, visit }) => {
  await visit('/?q=Kursk');
  await page.keyboard.press('j');
  await expect(article(page, 0)).toBeFocused();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Escape');
  // A list of suggestions, where there is one, is closed first.
  if (await box(page).evaluate((one) => one === document.activeElement)) await page.keyboard.press('Escape');
  await expect(article(page, 0)).toBeFocused();
  await expect(box(page)).toHaveValue('Kursk');
});

test('j and k go through the hits, each wholly in sight; Enter opens the one in focus', async ({
  page,
  visit,
  api,
}) => {
  const { results: hits } = await api('q=Kursk');
  await visit('/?q=Kursk');
  for (const place of [0, 1, 2, 3, 4]) {
    await page.keyboard.press('j');
    await expect(article(page, place)).toBeFocused();
    await expect(article(page, place)).toBeInViewport({ ratio: 1 });
    const covered = await article(page, place).evaluate((one) => {
      const { left, top } = one.getBoundingClientRect();
      return !one.contains(document.elementFromPoint(left + 2, top + 2));
    });
    expect(covered, 'something lies over the top of the hit').toBe(false);
  }
  await page.keyboard.press('k');
  await expect(article(page, 3)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(hits[3]?.url ?? '');
  await page.goBack();
  await expectSame(page, await api('q=Kursk'));
});

test('k at the first hit and j at the last stay there', async ({ page, visit }) => {
  await visit('/?q=Kursk&per_page=2');
  await page.keyboard.press('j');
  await expect(article(page, 0)).toBeFocused();
  await page.keyboard.press('k');
  await expect(article(page, 0)).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(article(page, 1)).toBeFocused();
});

test('j goes past the hits that are folded, and through them once they are not', async ({ page, visit }) => {
  const folded = results(page).locator('details');
  const places = () =>
    results(page)
      .getByRole('article')
      .evaluateAll((all) => all.map((hit) => hit.matches(':focus')).indexOf(true));
  await visit('/');
  const inFirst = await folded.first().locator('article').count();
  expect(inFirst).toBeGreaterThan(0);
  const shown = await results(page).getByRole('article').count();
  for (let at = 0; at < shown; at++) {
    await page.keyboard.press('j');
    await expect.poll(places).toBe(at);
  }
  await folded.first().locator('summary').click();
  const all = await results(page).getByRole('article').count();
  expect(all).toBe(shown + inFirst);
  await page.keyboard.press('k');
  for (let at = 0; at < all; at++) await page.keyboard.press('j');
  await expect.poll(places).toBe(all - 1);
});

test('x leaves out the value in focus, again takes it in, and does nothing elsewhere', async ({ page, visit, api }) => {
  const all = await api();
  const { id, label } = firstValue(all, 'topic');
  await visit('/');
  await page.keyboard.press('j');
  await expect(article(page, 0)).toBeFocused();
  await page.keyboard.press('x');
  await valueLink(page, 'topic', label).focus();
  await page.keyboard.press('x');
  await expect(page).toHaveURL(`/?not_topic=${id}`);
  await expectSame(page, await api(`not_topic=${id}`));
  await expect(facet(page, 'topic').getByRole('link', { name: `Topic ${label}, ` })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page).toHaveURL('/');
  await expectSame(page, all);
});

test('letters typed in a field are letters, and with a modifier they are the browser’s', async ({ page, visit }) => {
  await visit('/');
  await box(page).focus();
  await page.keyboard.type('/jkx?');
  await expect(box(page)).toHaveValue('/jkx?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await sentence(page).focus();
  for (const keys of ['Control+j', 'Alt+j', 'Meta+j', 'Control+/', 'Alt+Shift+?']) {
    await page.keyboard.press(keys);
    await expect(sentence(page)).toBeFocused();
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the keys are where they are on a Cyrillic keyboard', async ({ page, visit }) => {
  await visit('/');
  await sentence(page).dispatchEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true });
  await expect(article(page, 0)).toBeFocused();
  await article(page, 0).dispatchEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true });
  await expect(article(page, 1)).toBeFocused();
  await article(page, 1).dispatchEvent('keydown', { key: 'л', code: 'KeyK', ctrlKey: true, bubbles: true });
  await expect(commands(page)).toBeVisible();
});

test('? lists only the keys that work here; they leave an open dialog alone', async ({ page, visit }) => {
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await visit('/?q=Kursk');
  await page.keyboard.press('j');
  await expect(article(page, 0)).toBeFocused();
  await page.keyboard.press('?');
  await expect(keys).toContainText('next hit');
  await expect(keys).toContainText('Leave out');
  for (const key of ['/', 'j', 'x', 'Control+k']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(1);
  expect(await keys.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await expect(article(page, 0)).toBeFocused();
  await visit('/?q=zzzzqq&facets=none');
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(keys).toContainText('search box');
  await expect(keys).not.toContainText('Leave out');
  await expect(keys).not.toContainText('next hit');
});

test.describe('a part that does not load', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] });

  test('is told', async ({ page, visit }) => {
    let isGone = false;
    // From the beginning: what is asked for just after a route is set may still go past it.
    await page.route('**/_next/static/**', (route) => (isGone ? route.abort() : route.continue()));
    await visit('/');
    isGone = true;
    await page.keyboard.press('?');
    await expect(page.getByText('This part of the page did not come')).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 320]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 720 } });

      test('axe finds nothing on the open dialogs, and nothing goes past the right edge', async ({ page, visit }) => {
        await visit('/?q=Kursk&actor=russia');
        for (const name of ['Commands', 'Keys', 'Share']) {
          await page.getByRole('button', { name }).click();
          await expect(page.getByRole('dialog', { name })).toBeVisible();
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
          const inside = await page.getByRole('dialog').evaluate((one) => one.scrollWidth - one.clientWidth);
          expect(inside).toBeLessThanOrEqual(0);
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toHaveCount(0);
        }
      });
    });
  }
}
