import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { articles, box, expectSame, facet, firstValue, panel, results, sentence, valueLink } from './parts.ts';

const MOST_STOPS = 250;

/** Goes on by the tab key until the focus is there. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if ((await target.count()) === 1 && (await target.evaluate((one) => one === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no ${MOST_STOPS} tab stops lead to ${target}`);
}

const searchOf = (page: Page) => new URL(page.url()).search.slice(1);

test('a whole piece of research by the keyboard alone', async ({ page, visit, api }) => {
  test.setTimeout(120_000);
  await visit('/');

  await test.step('search', async () => {
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('drone');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/?q=drone');
    await expectSame(page, await api('q=drone'));
  });

  const actor = firstValue(await api('q=drone'), 'actor');
  await test.step('filter by an actor', async () => {
    await tabTo(page, valueLink(page, 'actor', actor.label));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/?q=drone&actor=${actor.id}`);
    await expectSame(page, await api(searchOf(page)));
  });

  const region = firstValue(await api(searchOf(page)), 'region');
  await test.step('filter by a region', async () => {
    await tabTo(page, valueLink(page, 'region', region.label));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/?q=drone&actor=${actor.id}&region=${region.id}`);
    await expectSame(page, await api(searchOf(page)));
  });

  const topic = firstValue(await api(searchOf(page)), 'topic');
  await test.step('leave a topic out', async () => {
    await tabTo(page, valueLink(page, 'topic', topic.label));
    await page.keyboard.press('x');
    await expect(page).toHaveURL(`/?q=drone&actor=${actor.id}&region=${region.id}&not_topic=${topic.id}`);
    await expectSame(page, await api(searchOf(page)));
    await expect(facet(page, 'topic').getByRole('heading')).toContainText('1 selected');
  });

  await test.step('brush the dates', async () => {
    const before = await api(searchOf(page));
    const first = page.getByRole('slider', { name: 'First day' });
    await tabTo(page, first, 'Shift+Tab');
    for (let key = 0; key < 5; key++) await page.keyboard.press('ArrowRight');
    const from = before.histogram.buckets[5]?.from;
    await expect(page).toHaveURL(new RegExp(`from=${from}`));
    const found = await api(searchOf(page));
    await expectSame(page, found);
    expect(found.total.value).toBe(before.histogram.buckets.slice(5).reduce((sum, { count }) => sum + count, 0));
  });

  await test.step('open a finding, and come back to everything as it was', async () => {
    const address = page.url();
    const found = await api(searchOf(page));
    const told = await sentence(page).textContent();
    const filters = await panel(page).ariaSnapshot();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(articles(page).nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${found.results[1]?.url}$`));
    await page.goBack();
    await expect(page).toHaveURL(address);
    await expectSame(page, found);
    await expect(box(page)).toHaveValue('drone');
    await expect(sentence(page)).toHaveText(told ?? '');
    expect(await panel(page).ariaSnapshot()).toBe(filters);
    await expect(results(page).getByRole('article').first()).toBeVisible();
  });
});
