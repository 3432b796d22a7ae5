import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { box, panel, results } from './parts.ts';

interface Case {
  name: string;
  /** An address, or `report` for that of the newest one. */
  address: string;
  /** What the console says of it all the same. */
  errors?: RegExp[];
  prepare?: (page: Page) => Promise<void>;
  /** Lies something over parts of the page, which makes targets under it small? */
  covered?: boolean;
}

const CASES: Case[] = [
  { name: 'the results', address: '/' },
  { name: 'words and filters', address: '/?q=Zelenskiy&actor=russia&not_kind=passage&from=30d' },
  { name: 'reports', address: '/?q=Kursk&type=report' },
  {
    name: 'a finding opened in place, and all of a report',
    address: '/',
    prepare: async (page) => {
      await results(page).getByRole('button', { name: 'Open here' }).first().click();
      await expect(page.getByRole('region', { name: 'Around this finding' })).toContainText('After');
      await results(page).getByText('more in this report').first().click();
      await results(page).getByRole('article').last().focus();
    },
  },
  { name: 'nothing found', address: '/?q=zzzzqq&actor=russia&from=30d' },
  {
    name: 'the closest of what is not found',
    address: '/?q=refinery zzzzqq&topic=energy&from=2025-02-01&to=2025-03-14',
  },
  {
    name: 'a search that is not answered',
    address: '/',
    errors: [/status of 503/],
    prepare: async (page) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.route('**/api/search?**', (route) => route.fulfill({ status: 503, json: { status: 503 } }));
      await box(page).fill('Kursk');
      await box(page).press('Enter');
      await expect(results(page).getByRole('alert')).toContainText('did not answer');
    },
  },
  {
    name: 'the results at 320 px',
    covered: true,
    address: '/?q=Zelenskiy&actor=russia',
    prepare: (page) => page.setViewportSize({ width: 320, height: 640 }),
  },
  {
    name: 'values looked up by name, a region opened, the strip as a table',
    address: '/',
    prepare: async (page) => {
      await panel(page).getByRole('searchbox', { name: 'Search in actors' }).fill('Зел');
      await expect(panel(page).getByRole('region', { name: 'Actor' })).toContainText('Зел');
      await panel(page).getByRole('button', { name: 'Show what lies in Ukraine' }).click();
      await page.getByText('As a table').click();
      await expect(page.getByRole('table').first()).toBeVisible();
    },
  },
  {
    name: 'a region of the map, and lines compared',
    address: '/?region=kharkiv-oblast&compare=actor:russia&compare=q:drone',
    prepare: async (page) => {
      await page.getByText('The lines as a table').click();
      await page.getByText('Add a line').click();
    },
  },
  { name: 'a bad address', address: '/?bogus=1' },
  { name: 'a report', address: 'report' },
  { name: 'a report that is not there', address: '/reports/no-such-report', errors: [/status of 404/] },
  {
    name: 'suggestions under the box',
    address: '/',
    covered: true,
    prepare: async (page) => {
      // What is waited for is dimmed, and comes back by and by unless motion is reduced.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await box(page).pressSequentially('Kursk ');
      await expect(page.getByRole('listbox')).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toBeVisible();
      await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
    },
  },
  {
    name: 'words and filters at 390 px, with what stands out',
    address: '/?q=Zelenskyy&actor=russia',
    prepare: async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await expect(page.getByRole('region', { name: 'Actors that stand out' })).toBeVisible();
    },
  },
  {
    name: 'the filters, opened at 390 px',
    covered: true,
    address: '/?actor=russia&not_kind=passage',
    prepare: async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await results(page).getByRole('link', { name: 'Filters' }).click();
      await expect(panel(page)).toBeVisible();
    },
  },
];

/** Rules that axe leaves out unless asked. */
const moreRules = (covered: boolean) => ({
  'label-content-name-mismatch': { enabled: true },
  'target-size': { enabled: !covered },
});

for (const { name, address, errors = [], prepare, covered = false } of CASES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ colorScheme, expectedErrors: errors });

      test('axe finds nothing', async ({ page, visit, api }) => {
        const [newest] = address === 'report' ? (await api('type=report')).results : [];
        await visit(newest?.url ?? address);
        await prepare?.(page);
        const { violations } = await new AxeBuilder({ page }).options({ rules: moreRules(covered) }).analyze();
        const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        expect(told).toEqual([]);
      });
    });
  }
}

test('every page has one first heading, a language and one main part', async ({ page, visit, api }) => {
  const [report] = (await api('type=report')).results;
  for (const address of ['/', '/?q=zzzzqq', '/?bogus=1', report?.url ?? '']) {
    await visit(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  }
});
