import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectSame, firstValue, panel, results, valueLink } from './parts.ts';

const SIZES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

const opener = (page: Page) => results(page).getByRole('link', { name: /^Filters( \(\d+\))?$/ });
const heading = (page: Page) => panel(page).getByRole('heading', { name: 'Filters' });
const closer = (page: Page) => panel(page).getByRole('link', { name: /^Show .+ findings?$/ });

async function expectNoSideways(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, 'pixels past the right edge').toBeLessThanOrEqual(0);
}

for (const viewport of SIZES) {
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport });

    for (const address of ['/', '/?q=Zelenskiy&actor=russia&not_kind=passage&from=30d', '/?q=zzzzqq&actor=russia']) {
      test(`nothing goes past the right edge of ${address}`, async ({ page, visit }) => {
        await visit(address);
        await expect(results(page)).toBeVisible();
        await expectNoSideways(page);
      });
    }

    test('nor of the filters, nor of a report', async ({ page, visit, api }) => {
      await visit('/?facet_limit=200');
      await opener(page).click();
      await expect(panel(page)).toBeVisible();
      await expectNoSideways(page);
      const inside = await panel(page).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      expect(inside).toBeLessThanOrEqual(0);
      for (const { url } of (await api('type=report&per_page=3')).results) {
        await page.goto(url);
        await expect(page.getByRole('article')).toBeVisible();
        await expectNoSideways(page);
      }
    });

    test('the way to the filters lies over all else, however far down', async ({ page, visit }) => {
      await visit('/?q=drone');
      for (const part of ['Actors that stand out', 'Topics that stand out']) {
        await page.getByRole('region', { name: part }).scrollIntoViewIfNeeded();
        await page.mouse.wheel(0, 300);
        const { x, y, width, height } = (await opener(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
        const on = await page.evaluate(
          (points) => points.map(([left, top]) => document.elementFromPoint(left, top)?.textContent),
          [0.1, 0.5, 0.9].map((at): [number, number] => [x + width * at, y + height / 2]),
        );
        expect(on).toEqual(['Filters', 'Filters', 'Filters']);
      }
      await opener(page).click();
      await expect(panel(page)).toBeVisible();
      await expect(page).toHaveURL(/^[^?]*\?q=drone(#.*)?$/);
    });

    test('the panel opens, takes the focus, and Escape closes it and gives the focus back', async ({ page, visit }) => {
      await visit('/');
      await expect(panel(page)).toBeHidden();
      await expect(opener(page)).toHaveAttribute('aria-expanded', 'false');
      await opener(page).click();
      await expect(heading(page)).toBeFocused();
      const covered = await opener(page).evaluate((link) => link.closest('[inert]') !== null);
      expect(covered, 'what is behind the panel is out of reach').toBe(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await expect(panel(page)).toBeHidden();
      await expect(opener(page)).toBeFocused();
    });

    test('several filters are chosen without the panel closing; “Filters (n)” counts them', async ({
      page,
      visit,
      api,
    }) => {
      const actor = firstValue(await api(), 'actor');
      const kind = firstValue(await api(`actor=${actor.id}`), 'kind');
      await visit('/');
      await expect(opener(page)).toHaveText('Filters');
      await opener(page).click();
      await valueLink(page, 'actor', actor.label).click();
      await expect(page).toHaveURL(`/?actor=${actor.id}`);
      await valueLink(page, 'kind', kind.label).click();
      const found = await api(`actor=${actor.id}&kind=${kind.id}`);
      await expect(closer(page)).toHaveText(`Show ${found.total.value} findings`);
      await expect(panel(page)).toBeVisible();
      await closer(page).click();
      await expect(panel(page)).toBeHidden();
      await expect(opener(page)).toHaveText('Filters (2)');
      await expect(opener(page)).toBeFocused();
      await expectSame(page, found);
    });
  });
}

test.describe('the panel and the keyboard', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  for (const name of [/^Show .+ more actors$/, 'Last 7 days', 'Clear all']) {
    test(`Escape closes it after “${name}”`, async ({ page, visit }) => {
      await visit('/?kind=key');
      await opener(page).click();
      const answer = page.waitForResponse('**/api/search?**');
      await panel(page).getByRole('link', { name }).focus();
      await page.keyboard.press('Enter');
      await answer;
      await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
      await page.keyboard.press('Escape');
      await expect(panel(page)).toBeHidden();
    });
  }

  test('the tab key stays in it while it covers the page', async ({ page, visit }) => {
    await visit('/?facet_limit=1&facets=kind');
    await opener(page).click();
    await expect(heading(page)).toBeFocused();
    const stops = await panel(page).getByRole('link').count();
    const focusIsIn = () => panel(page).evaluate((aside) => aside.contains(document.activeElement));
    const outside: number[] = [];
    for (let stop = 0; stop < stops + 15; stop++) {
      await page.keyboard.press('Tab');
      const onPage = await page.evaluate(() => document.activeElement !== document.body);
      if (onPage && !(await focusIsIn())) outside.push(stop);
    }
    expect(outside, 'stops behind the panel').toEqual([]);
  });

  test('an address that opens it by its fragment can be left too', async ({ page, visit, api }) => {
    const { label } = firstValue(await api(), 'kind');
    await visit('/#filters');
    await expect(panel(page)).toBeVisible();
    await valueLink(page, 'kind', label).click();
    await expect(page).toHaveURL(/kind=/);
    await closer(page).click();
    await expect(panel(page)).toBeHidden();
  });
});
