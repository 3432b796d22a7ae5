import type { Locator, Page } from '@playwright/test';
import { longDay } from '#app/format.ts';
import type { Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { column, dayOf, expectSame, firstDay, lastDay, moveTo, searchOf } from './parts.ts';

/** Drags with the mouse from one column to another; `isHeld` leaves the button down. */
async function drag(page: Page, from: number, to: number, all: Result, isHeld = false): Promise<void> {
  await moveTo(page, await column(page, from, all));
  await page.mouse.down();
  await moveTo(page, await column(page, to, all));
  if (!isHeld) await page.mouse.up();
}

/** Drags an end of what is chosen by a number of columns. */
async function dragEnd(page: Page, end: Locator, by: number, all: Result): Promise<void> {
  const box = await end.boundingBox();
  const [here, there] = [await column(page, 0, all), await column(page, by, all)];
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 5];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await moveTo(page, { x: x + there.x - here.x, y });
  await page.mouse.up();
}

function sumOf({ histogram: { buckets } }: Result, from: number, to: number): number {
  return buckets.slice(from, to + 1).reduce((sum, { count }) => sum + count, 0);
}

test('a drag over the strip chooses these very days', async ({ page, visit, api }) => {
  const all = await api();
  await visit('/');
  await drag(page, 12, 20, all);
  await expect(page).toHaveURL(`/?${searchOf(all, 12, 20)}`);
  const found = await api(searchOf(all, 12, 20));
  expect(found.total.value).toBe(sumOf(all, 12, 20));
  expect(found.histogram).toEqual(all.histogram);
  await expectSame(page, found);
  await expect(firstDay(page)).toHaveAttribute('aria-valuetext', `From: ${longDay(dayOf(all, 12))}`);
  await expect(lastDay(page)).toHaveAttribute('aria-valuetext', `To: ${longDay(dayOf(all, 20))}`);
});

test('a drag to the left, and past the strip’s edge, keeps words and filters', async ({ page, visit, api }) => {
  const all = await api('q=drone&actor=russia');
  await visit('/?q=drone&actor=russia');
  await moveTo(page, await column(page, 9, all));
  await page.mouse.down();
  await page.mouse.move(5, 400, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(`/?q=drone&actor=russia&${searchOf(all, 0, 9)}`);
  await expectSame(page, await api(`q=drone&actor=russia&${searchOf(all, 0, 9)}`));
});

test('results follow while the pointer is down', async ({ page, visit, api }) => {
  const all = await api();
  await visit('/');
  await drag(page, 5, 9, all, true);
  await expectSame(page, await api(searchOf(all, 5, 9)));
  await moveTo(page, await column(page, 14, all));
  await expectSame(page, await api(searchOf(all, 5, 14)));
  await page.mouse.up();
  await expect(page).toHaveURL(`/?${searchOf(all, 5, 14)}`);
});

test('Back undoes a whole drag, one at a time', async ({ page, visit, api }) => {
  const all = await api();
  await visit('/?kind=key');
  for (const [from, to] of [
    [2, 12],
    [30, 36],
  ] as const) {
    await drag(page, from, to - 3, all, true);
    await expect(page).toHaveURL(`/?kind=key&${searchOf(all, from, to - 3)}`);
    await moveTo(page, await column(page, to, all));
    await page.mouse.up();
    await expect(page).toHaveURL(`/?kind=key&${searchOf(all, from, to)}`);
  }
  await page.goBack();
  await expect(page).toHaveURL(`/?kind=key&${searchOf(all, 2, 12)}`);
  await expect(lastDay(page)).toHaveAttribute('aria-valuenow', '12');
  await page.goBack();
  await expect(page).toHaveURL('/?kind=key');
  await expectSame(page, await api('kind=key'));
});

test('Escape gives a drag up, and the pointer’s way on does nothing', async ({ page, visit, api }) => {
  const all = await api();
  await visit(`/?${searchOf(all, 10, 20)}`);
  await drag(page, 30, 40, all, true);
  await expect(page).toHaveURL(`/?${searchOf(all, 30, 40)}`);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`/?${searchOf(all, 10, 20)}`);
  await moveTo(page, await column(page, 50, all));
  await page.mouse.up();
  await expectSame(page, await api(searchOf(all, 10, 20)));
  await expect(firstDay(page)).toHaveAttribute('aria-valuenow', '10');
  await expect(page).toHaveURL(`/?${searchOf(all, 10, 20)}`);
});

test('either end can be dragged on, and past the other', async ({ page, visit, api }) => {
  const all = await api();
  await visit(`/?${searchOf(all, 10, 20)}`);
  await dragEnd(page, lastDay(page), 5, all);
  await expect(page).toHaveURL(`/?${searchOf(all, 10, 25)}`);
  await dragEnd(page, firstDay(page), 4, all);
  await expect(page).toHaveURL(`/?${searchOf(all, 14, 25)}`);
  await dragEnd(page, firstDay(page), 15, all);
  await expect(page).toHaveURL(`/?${searchOf(all, 25, 29)}`);
  await expectSame(page, await api(searchOf(all, 25, 29)));
});

test('what is chosen can be moved as a whole, up to the strip’s end', async ({ page, visit, api }) => {
  const all = await api();
  const size = all.histogram.buckets.length;
  await visit(`/?${searchOf(all, 10, 20)}`);
  await drag(page, 15, 22, all);
  await expect(page).toHaveURL(`/?${searchOf(all, 17, 27)}`);
  await drag(page, 20, size - 1, all);
  await expect(page).toHaveURL(`/?${searchOf(all, size - 11, size - 1)}`);
});

test('a click chooses a day, also one of those that are chosen', async ({ page, visit, api }) => {
  const all = await api();
  await visit(`/?${searchOf(all, 10, 20)}`);
  for (const index of [15, 3]) {
    const { x, y } = await column(page, index, all);
    await page.mouse.click(x, y);
    await expect(page).toHaveURL(`/?${searchOf(all, index, index)}`);
    await expectSame(page, await api(searchOf(all, index, index)));
  }
});

test('by keys: a day, a month, to the end; Back undoes all of it', async ({ page, visit, api }) => {
  const all = await api();
  const size = all.histogram.buckets.length;
  await visit('/');
  await firstDay(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(`/?${searchOf(all, 10, size - 1)}`);
  await expect(firstDay(page)).toHaveAttribute('aria-valuetext', `From: ${longDay(dayOf(all, 10))}`);
  await page.keyboard.press('Tab');
  await expect(lastDay(page)).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  const month = new Date(`${dayOf(all, size - 1)}T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() - 1, month.getUTCDate() - 1);
  const to = all.histogram.buckets.findIndex(({ from }) => from === month.toISOString().slice(0, 10));
  await expect(page).toHaveURL(`/?${searchOf(all, 10, to)}`);
  await expectSame(page, await api(searchOf(all, 10, to)));
  await expect(lastDay(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(`/?${searchOf(all, 10, size - 1)}`);
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expectSame(page, all);
});

test('an end stops at the other, and Alt with an arrow is the browser’s', async ({ page, visit, api }) => {
  const all = await api();
  await visit(`/?${searchOf(all, 10, 20)}`);
  await firstDay(page).focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(`/?${searchOf(all, 20, 20)}`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(`/?${searchOf(all, 19, 20)}`);
  await expect(firstDay(page)).toHaveAttribute('aria-valuemax', '20');
  await expect(lastDay(page)).toHaveAttribute('aria-valuemin', '19');
});

test.describe('by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  /** A finger from one point to another. */
  async function swipe(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await send('touchStart', [from]);
    for (let step = 1; step <= 8; step++) {
      const part = step / 8;
      await send('touchMove', [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
    }
    await send('touchEnd', []);
  }

  test('a finger drawn over the strip chooses days', async ({ page, visit, api }) => {
    const all = await api();
    await visit('/');
    await swipe(page, await column(page, 20, all), await column(page, 40, all));
    await expect(page).toHaveURL(`/?${searchOf(all, 20, 40)}`);
    await expectSame(page, await api(searchOf(all, 20, 40)));
  });

  test('a tap chooses a day', async ({ page, visit, api }) => {
    const all = await api();
    await visit('/');
    const { x, y } = await column(page, 25, all);
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveURL(`/?${searchOf(all, 25, 25)}`);
  });

  test('a finger drawn upwards scrolls the page and chooses nothing', async ({ page, visit, api }) => {
    const all = await api();
    await visit('/');
    const { x, y } = await column(page, 20, all);
    await swipe(page, { x, y }, { x: x + 20, y: y - 150 });
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(50);
    await expect(page).toHaveURL('/');
    await expect(firstDay(page)).toHaveAttribute('aria-valuenow', '0');
    await expectSame(page, all);
  });
});
