import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { counted, longDay, shortDay } from '#app/format.ts';
import type { Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { expectSame, results } from './parts.ts';

const strip = (page: Page) => page.getByRole('region', { name: 'Time', exact: true });
const chart = (page: Page) => strip(page).getByRole('group', { name: 'Days chosen' });
const first = (page: Page) => strip(page).getByRole('slider', { name: 'First day' });
const last = (page: Page) => strip(page).getByRole('slider', { name: 'Last day' });

/** Where the middle of a column is on the screen. */
async function column(page: Page, index: number, { histogram }: Result): Promise<{ x: number; y: number }> {
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('the strip is not shown');
  return { x: box.x + ((index + 0.5) * box.width) / histogram.buckets.length, y: box.y + box.height / 2 };
}

async function moveTo(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y, { steps: 6 });
}

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

/** The search by the days of columns, the last included. */
function searchOf({ histogram: { buckets } }: Result, from: number, to: number): string {
  return `from=${buckets[from]?.from}&to=${buckets[to]?.from}`;
}

function sumOf({ histogram: { buckets } }: Result, from: number, to: number): number {
  return buckets.slice(from, to + 1).reduce((sum, { count }) => sum + count, 0);
}

function dayOf({ histogram: { buckets } }: Result, index: number): string {
  return buckets[index]?.from ?? '';
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
  await expect(first(page)).toHaveAttribute('aria-valuetext', `From: ${longDay(dayOf(all, 12))}`);
  await expect(last(page)).toHaveAttribute('aria-valuetext', `To: ${longDay(dayOf(all, 20))}`);
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
  await expect(last(page)).toHaveAttribute('aria-valuenow', '12');
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
  await expect(first(page)).toHaveAttribute('aria-valuenow', '10');
  await expect(page).toHaveURL(`/?${searchOf(all, 10, 20)}`);
});

test('either end can be dragged on, and past the other', async ({ page, visit, api }) => {
  const all = await api();
  await visit(`/?${searchOf(all, 10, 20)}`);
  await dragEnd(page, last(page), 5, all);
  await expect(page).toHaveURL(`/?${searchOf(all, 10, 25)}`);
  await dragEnd(page, first(page), 4, all);
  await expect(page).toHaveURL(`/?${searchOf(all, 14, 25)}`);
  await dragEnd(page, first(page), 15, all);
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

test('a readout follows the pointer, and nothing moves for it', async ({ page, visit, api }) => {
  const all = await api();
  const { buckets } = all.histogram;
  await visit('/');
  const before = await results(page).boundingBox();
  const readout = (index: number) =>
    strip(page).getByText(`${shortDay(dayOf(all, index))}: ${counted(buckets[index]?.count ?? 0, 'finding')}`);
  for (const index of [0, 7, buckets.length - 1]) {
    await moveTo(page, await column(page, index, all));
    await expect(readout(index)).toBeInViewport({ ratio: 0.99 });
  }
  expect(await results(page).boundingBox()).toEqual(before);
  await page.mouse.move(5, 5);
  await expect(readout(buckets.length - 1)).toHaveCount(0);
});

test('by keys: a day, a month, to the end; Back undoes all of it', async ({ page, visit, api }) => {
  const all = await api();
  const size = all.histogram.buckets.length;
  await visit('/');
  await first(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  for (let press = 0; press < 10; press++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(`/?${searchOf(all, 10, size - 1)}`);
  await expect(first(page)).toHaveAttribute('aria-valuetext', `From: ${longDay(dayOf(all, 10))}`);
  await page.keyboard.press('Tab');
  await expect(last(page)).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  const month = new Date(`${dayOf(all, size - 1)}T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() - 1, month.getUTCDate() - 1);
  const to = all.histogram.buckets.findIndex(({ from }) => from === month.toISOString().slice(0, 10));
  await expect(page).toHaveURL(`/?${searchOf(all, 10, to)}`);
  await expectSame(page, await api(searchOf(all, 10, to)));
  await expect(last(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(`/?${searchOf(all, 10, size - 1)}`);
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expectSame(page, all);
});

test('an end stops at the other, and Alt with an arrow is the browser’s', async ({ page, visit, api }) => {
  const all = await api();
  await visit(`/?${searchOf(all, 10, 20)}`);
  await first(page).focus();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(`/?${searchOf(all, 20, 20)}`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(`/?${searchOf(all, 19, 20)}`);
  await expect(first(page)).toHaveAttribute('aria-valuemax', '20');
  await expect(last(page)).toHaveAttribute('aria-valuemin', '19');
});

test('the columns are days, months or years, and say so', async ({ page, visit, api }) => {
  await visit('/');
  await expect(strip(page).getByRole('link', { name: 'Count by day' })).toHaveAttribute('aria-current', 'true');
  await strip(page).getByRole('link', { name: 'Count by month' }).click();
  await expect(page).toHaveURL('/?interval=month');
  const months = await api('interval=month');
  await expect(last(page)).toHaveAttribute('aria-valuemax', String(months.histogram.buckets.length - 1));
  await expect(strip(page).getByRole('link', { name: 'Count by month' })).toHaveAttribute('aria-current', 'true');
  const { x, y } = await column(page, 0, months);
  await page.mouse.click(x, y);
  const month = dayOf(months, 0).slice(0, 7);
  await expect(page).toHaveURL(new RegExp(`from=${month}-01&to=${month}-(28|29|30|31)&interval=month`));
  const found = await api(new URL(page.url()).search.slice(1));
  expect(found.total.value).toBe(months.histogram.buckets[0]?.count);
  await expectSame(page, found);
});

test('a span back from the newest report stands on the strip and in the form as its days', async ({
  page,
  visit,
  api,
}) => {
  const week = await api('from=7d');
  const size = week.histogram.buckets.length;
  expect(week.query.days).toEqual({ from: dayOf(week, size - 7), to: null });
  await visit('/?from=7d');
  await expect(first(page)).toHaveAttribute('aria-valuenow', String(size - 7));
  await expect(page.getByRole('region', { name: 'Date' }).getByLabel('From', { exact: true })).toHaveValue(
    dayOf(week, size - 7),
  );
});

test('the table has the histogram’s numbers, and its days are links', async ({ page, visit, api }) => {
  const all = await api();
  const filled = all.histogram.buckets.filter(({ count }) => count > 0);
  await visit('/');
  await expect(page.getByRole('table')).toHaveCount(0);
  await strip(page).getByText('As a table').click();
  const rows = page.getByRole('table').getByRole('row');
  const told = filled.map(({ from, count }) => `${shortDay(from)}${count}`);
  await expect(rows).toHaveText(['DayFindings', ...told]);
  await expect(page.getByRole('table')).toContainText(
    `left out: ${counted(all.histogram.buckets.length - filled.length, 'day')} without any`,
  );
  const [day] = filled;
  await rows.getByRole('link', { name: shortDay(day?.from ?? ''), exact: true }).click();
  await expect(page).toHaveURL(`/?from=${day?.from}&to=${day?.from}`);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the strip with its table open', async ({ page, visit }) => {
      await visit('/?from=30d&interval=month');
      await strip(page).getByText('As a table').click();
      await expect(page.getByRole('table')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    });
  });
}

test('what lies far off the other days is told beside the strip', async ({ page, visit, api }) => {
  const months = await api('interval=month');
  await page.route('**/api/search?**', async (route) => {
    const answer = await route.fetch();
    const result: Result = await answer.json();
    await route.fulfill({
      response: answer,
      json: { ...result, histogram: { ...result.histogram, before: 1, after: 2 } },
    });
  });
  await visit('/');
  await strip(page).getByRole('link', { name: 'Count by month' }).click();
  const start = dayOf(months, 0);
  await expect(strip(page).getByRole('link', { name: /^2 findings after / })).toBeVisible();
  await strip(page)
    .getByRole('link', { name: `1 finding before ${shortDay(start)}` })
    .click();
  const dayBefore = new Date(Date.parse(`${start}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  await expect(page).toHaveURL(`/?to=${dayBefore}&interval=month`);
  await expectSame(page, await api(`to=${dayBefore}&interval=month`));
});

test('on a wide screen the strip stays in view, covers no focus and can still be dragged', async ({
  page,
  visit,
  api,
}) => {
  const all = await api();
  await visit('/');
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 2500);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1000);
  await expect(first(page)).toBeInViewport({ ratio: 0.99 });
  const box = await chart(page).boundingBox();
  const links = results(page).getByRole('link', { name: 'In the report' });
  for (const link of (await links.all()).slice(0, 6).reverse()) {
    await link.focus();
    const focused = await link.boundingBox();
    expect(focused?.y ?? 0).toBeGreaterThan((box?.y ?? 0) + (box?.height ?? 0));
  }
  await page.mouse.wheel(0, 2500);
  const [from, to] = [await column(page, 30, all), await column(page, 34, all)];
  await page.mouse.move(from.x, 12);
  await page.mouse.down();
  await page.mouse.move(to.x, 12, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(`/?${searchOf(all, 30, 34)}`);
});

test('on paper there is nothing to hold', async ({ page, visit }) => {
  await visit('/?from=7d');
  await page.emulateMedia({ media: 'print' });
  await expect(chart(page)).toBeVisible();
  await expect(first(page)).toBeHidden();
  await expect(strip(page).getByText('As a table')).toBeHidden();
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
    await expect(first(page)).toHaveAttribute('aria-valuenow', '0');
    await expectSame(page, all);
  });

  test('the strip goes with the page', async ({ page, visit }) => {
    await visit('/');
    await expect(chart(page)).toBeInViewport();
    await results(page).getByRole('article').last().scrollIntoViewIfNeeded();
    await expect(chart(page)).not.toBeInViewport();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the columns are links', async ({ page, api }) => {
    const all = await api('q=drone');
    const { buckets } = all.histogram;
    const index = buckets.findIndex(({ count }) => count > 0);
    await page.goto('/?q=drone');
    await expect(first(page)).toBeHidden();
    await page.getByTitle(`${shortDay(dayOf(all, index))}: ${counted(buckets[index]?.count ?? 0, 'finding')}`).click();
    await expect(page).toHaveURL(`/?q=drone&${searchOf(all, index, index)}`);
    await expectSame(page, await api(`q=drone&${searchOf(all, index, index)}`));
  });

  test('the table is there, and the interval can be changed', async ({ page, api }) => {
    const months = await api('interval=month');
    await page.goto('/');
    await strip(page).getByRole('link', { name: 'Count by month' }).click();
    await expect(page).toHaveURL('/?interval=month');
    await strip(page).getByText('As a table').click();
    const told = months.histogram.buckets.filter(({ count }) => count > 0).map(({ count }) => String(count));
    await expect(page.getByRole('table').getByRole('cell')).toHaveText(told);
  });
});
