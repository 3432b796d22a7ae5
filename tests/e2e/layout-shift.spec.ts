import type { ElementHandle, Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { box, expectSame, firstValue, panel, sentence, strip, valueLink } from './parts.ts';

interface Shift {
  value: number;
  /** Did the reader type or click just before? Then Chrome's figure leaves it out. */
  recent: boolean;
  moved: Node[];
}

declare global {
  var shifts: Shift[];
}

/** Below a tenth of what counts as good. */
const MOST = 0.01;
/** Later than the first paint, and later than Chromium waits for fonts with it. */
const FONT_DELAY_MS = 1000;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[])
        shifts.push({ value, recent: hadRecentInput, moved: sources.flatMap(({ node }) => node ?? []) });
    }).observe({ type: 'layout-shift', buffered: true });
  });
});

/** The sum of the shifts that came without the reader's doing. */
const unasked = (page: Page) =>
  page.evaluate(() => shifts.reduce((sum, { value, recent }) => sum + (recent ? 0 : value), 0));

/** What must stay where it is, whatever is found. */
function controls(page: Page): Locator[] {
  const field = (label: string) => panel(page).getByLabel(label, { exact: true });
  return [
    box(page),
    strip(page),
    sentence(page),
    panel(page).getByRole('heading', { name: 'Filters' }),
    ...[field('From'), field('To')],
  ];
}

/** The controls that some shift has moved, the reader's doing or not. */
async function movedControls(page: Page): Promise<string[]> {
  const handles = await Promise.all(controls(page).map((one) => one.elementHandle()));
  return page.evaluate(
    (elements) =>
      elements
        .filter((element) => element && shifts.some(({ moved }) => moved.some((node) => node.contains(element))))
        .map((element) => element?.tagName ?? ''),
    handles satisfies (ElementHandle | null)[],
  );
}

for (const width of [1440, 390])
  test(`fonts that come late move next to nothing, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    let fonts = 0;
    await page.route('**/*.woff2', async (route) => {
      fonts += 1;
      await new Promise((resolve) => setTimeout(resolve, FONT_DELAY_MS));
      await route.continue();
    });
    await page.goto('/?q=Kursk&actor=russia', { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(fonts).toBeGreaterThan(0);
    expect(await unasked(page)).toBeLessThan(MOST);
  });

test('the controls stay in their places while words are typed, a filter is chosen and dates are set', async ({
  page,
  visit,
  api,
}) => {
  await visit('/');
  await box(page).pressSequentially('Kursk', { delay: 50 });
  await box(page).press('Enter');
  const found = await api('q=Kursk');
  await expectSame(page, found);
  const actor = firstValue(found, 'actor');
  await valueLink(page, 'actor', actor.label).click();
  await expectSame(page, await api(`q=Kursk&actor=${actor.id}`));
  const { from = '', to = '' } = { from: found.index.from ?? '', to: found.histogram.buckets.at(-2)?.from };
  await panel(page).getByLabel('From', { exact: true }).fill(from);
  await panel(page).getByLabel('To', { exact: true }).fill(to);
  await panel(page).getByRole('button', { name: 'Apply dates' }).click();
  await expectSame(page, await api(`q=Kursk&actor=${actor.id}&from=${from}&to=${to}`));
  expect(await movedControls(page)).toEqual([]);
});

for (const width of [1440, 390])
  test(`who goes on to the end of the results sees nothing move, at ${width} px`, async ({ page, visit, api }) => {
    await page.setViewportSize({ width, height: 720 });
    await visit('/?q=drone');
    for (const q of ['drone', 'missile']) {
      await box(page).fill(q);
      await expectSame(page, await api(`q=${q}`));
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => shifts.splice(0));
      await page.getByRole('link', { name: 'Next', exact: true }).scrollIntoViewIfNeeded();
      const frames = () =>
        new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
      await page.evaluate(frames);
      expect(await unasked(page)).toBeLessThan(MOST);
    }
  });
