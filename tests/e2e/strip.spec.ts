import AxeBuilder from '@axe-core/playwright';
import { counted, shortDay } from '#app/format.ts';
import type { Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { chart, column, dayOf, expectSame, firstDay, lastDay, moveTo, results, searchOf, strip } from './parts.ts';

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

test('the columns are days, months or years, and say so', async ({ page, visit, api }) => {
  await visit('/');
  await expect(strip(page).getByRole('link', { name: 'Count by day' })).toHaveAttribute('aria-current', 'true');
  await strip(page).getByRole('link', { name: 'Count by month' }).click();
  await expect(page).toHaveURL('/?interval=month');
  const months = await api('interval=month');
  await expect(lastDay(page)).toHaveAttribute('aria-valuemax', String(months.histogram.buckets.length - 1));
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
  await expect(firstDay(page)).toHaveAttribute('aria-valuenow', String(size - 7));
  await expect(page.getByRole('region', { name: 'Date' }).getByLabel('From', { exact: true })).toHaveValue(
    dayOf(week, size - 7),
  );
});

test('what has no such date is told beside the strip: no finding is left out without a word', async ({
  page,
  visit,
  api,
}) => {
  for (const search of ['date=published', 'date=published&q=drone', 'date=published&from=2025-02-01']) {
    const { histogram } = await api(search);
    const whole = await api(search.replace(/&from.*/, ''));
    const { buckets, before, after, undated } = histogram;
    const dated = buckets.reduce((sum, { count }) => sum + count, before + after);
    expect(undated).toEqual({ value: whole.total.value - dated, relation: 'eq' });
    expect(undated.value).toBeGreaterThan(0);
    await visit(`/?${search}`);
    await expect(strip(page)).toContainText(`${counted(undated.value, 'finding')} without a date of publication`);
  }
  expect((await api()).histogram.undated.value).toBe(0);
  await visit('/');
  await expect(strip(page)).not.toContainText('without a date');
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
  await expect(firstDay(page)).toBeInViewport({ ratio: 0.99 });
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

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the strip goes with the page', async ({ page, visit }) => {
    await visit('/');
    await expect(chart(page)).toBeInViewport();
    await results(page).getByRole('article').last().scrollIntoViewIfNeeded();
    await expect(chart(page)).not.toBeInViewport();
  });

  test('a label is drawn whole or not at all', async ({ page, visit }) => {
    await visit('/');
    const label = strip(page).getByText('Feb 2025', { exact: true });
    const drawnAt = (place: string) =>
      label.evaluate((span, start) => {
        span.style.insetInlineStart = start;
        const words = document.createRange();
        words.selectNodeContents(span);
        const { right, top } = words.getBoundingClientRect();
        const axis = span.parentElement?.getBoundingClientRect();
        if (!axis || top >= axis.bottom) return 'not';
        return right <= axis.right ? 'whole' : 'in part';
      }, place);
    expect(await drawnAt('60%')).toBe('whole');
    expect(await drawnAt('90%')).toBe('not');
  });
});

test('on paper there is nothing to hold', async ({ page, visit }) => {
  await visit('/?from=7d');
  await page.emulateMedia({ media: 'print' });
  await expect(chart(page)).toBeVisible();
  await expect(firstDay(page)).toBeHidden();
  await expect(strip(page).getByText('As a table')).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the columns are links', async ({ page, api }) => {
    const all = await api('q=drone');
    const { buckets } = all.histogram;
    const index = buckets.findIndex(({ count }) => count > 0);
    await page.goto('/?q=drone');
    await expect(firstDay(page)).toBeHidden();
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
