import type { Page } from '@playwright/test';
import { count, shortDay } from '#app/format.ts';
import { expect, test } from './fixtures.ts';
import { appliedFilters, box, firstValue, panel, results, sentence } from './parts.ts';

/** What stands on paper after a link. */
function addressAfter(page: Page, place: number): Promise<string> {
  const link = results(page).getByRole('article').nth(place).getByRole('link', { name: 'In the report' });
  return link.evaluate((one) => getComputedStyle(one, '::after').content);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'on paper' : 'on paper, without JavaScript', () => {
    test.use({ javaScriptEnabled, colorScheme: 'dark' });

    test('stand the search, its filters, its hits whole and their addresses, and nothing to click', async ({
      page,
      api,
      baseURL,
    }) => {
      const { id, label } = firstValue(await api('q=Kursk'), 'actor');
      const address = `q=Kursk&actor=${id}&per_page=5`;
      const found = await api(address);
      await page.goto(`/?${address}`);
      await page.emulateMedia({ media: 'print' });

      await expect(sentence(page)).toContainText(`${count(found.total.value)} findings with Kursk about ${label}`);
      await expect(appliedFilters(page)).toContainText(label);
      await expect(page.getByText('Clear all').filter({ visible: true })).toHaveCount(0);
      const host = new URL(baseURL ?? '').host;
      const printed = page.getByText(/^Printed \d/);
      await expect(printed).toContainText(`${host}/?${address}`);
      await expect(printed).toContainText(shortDay(new Date().toISOString().slice(0, 10)));

      for (const [place, hit] of found.results.entries()) {
        const article = results(page).getByRole('article').nth(place);
        await expect(article).toContainText(hit.type === 'finding' ? hit.text : hit.summary);
        await expect(article).toContainText(hit.source.name);
        expect(await addressAfter(page, place)).toContain(hit.url);
        expect(await article.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
      }

      await expect(panel(page)).toBeHidden();
      await expect(box(page)).toBeHidden();
      await expect(page.getByRole('complementary', { name: 'About this search' })).toBeHidden();
      await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
      await expect(page.getByRole('navigation', { name: 'Order' })).toBeHidden();
      const pages = Math.ceil(found.total.value / 5);
      await expect(page.getByText(`Page 1 of ${pages}`)).toBeVisible();
      await expect(page.getByRole('link', { name: 'Next' })).toBeHidden();
    });

    test('stand the hits that are folded on the screen', async ({ page, api }) => {
      const { results: found } = await api();
      const shown = () =>
        results(page)
          .getByRole('article')
          .evaluateAll((all) => all.filter((hit) => hit.checkVisibility()).length);
      await page.goto('/');
      expect(await shown()).toBeLessThan(found.length);
      await page.emulateMedia({ media: 'print' });
      expect(await shown()).toBe(found.length);
      await expect(results(page).locator('summary').filter({ visible: true })).toHaveCount(0);
    });

    test('the paper is white and the ink black, whatever the theme', async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }]);
      await page.goto('/');
      await page.emulateMedia({ media: 'print' });
      const colours = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.documentElement);
        return { backgroundColor, color };
      });
      expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' });
    });
  });
}

test('on paper stands the search that is shown, and no open dialog', async ({ page, visit }) => {
  await visit('/');
  await box(page).fill('drone');
  await box(page).press('Enter');
  await expect(page).toHaveURL('/?q=drone');
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(/^Printed \d/)).toContainText('/?q=drone');
});
