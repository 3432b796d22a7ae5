import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { instant } from '#app/format.ts';
import { parseSaved, type SavedSearch, writeSaved } from '#lib/search/saved.ts';
import { expect, test } from './fixtures.ts';
import { expectSame } from './parts.ts';

const KEY = 'sitrep.saved';
const BEFORE = '2020-01-01T00:00:00Z';
const KURSK: SavedSearch = { name: 'Kursk salient', search: 'q=Kursk', looked: BEFORE };
const DRONES: SavedSearch = { name: 'Drones', search: 'q=drone&actor=russia', looked: BEFORE };

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Saved searches' });
const rows = (page: Page): Locator => dialog(page).getByRole('listitem');
const told = (page: Page): Locator => dialog(page).getByRole('status');

/** What the browser keeps before the page is opened, once. */
async function keep(page: Page, text: string): Promise<void> {
  await page.addInitScript(
    ([key, kept]) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, kept);
    },
    [KEY, text] as const,
  );
}

async function kept(page: Page): Promise<SavedSearch[]> {
  return parseSaved(await page.evaluate((key) => localStorage.getItem(key) ?? '', KEY)).searches;
}

async function openSaved(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await expect(dialog(page)).toBeVisible();
}

async function importFile(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'Import from a file' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a search is saved under a name, and opened again another day', async ({ page, visit, api }) => {
  await visit('/?q=Kursk&actor=russia&page=2');
  await page.getByRole('button', { name: 'Save this search' }).click();
  const name = dialog(page).getByLabel('Save this search as');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Kursk, actor Russia');
  await name.fill('My  search');
  await name.press('Enter');
  await expect(told(page)).toHaveText('This search is saved as “My search”.');
  await expect(told(page)).toBeFocused();
  const found = await api('q=Kursk&actor=russia');
  await expect(rows(page)).toContainText(`Nothing new since ${instant(found.index.updated_at ?? '')}`);
  await visit('/');
  await openSaved(page);
  await rows(page).getByRole('link', { name: 'My search' }).click();
  await expect(page).toHaveURL('/?q=Kursk&actor=russia');
  await expect(dialog(page)).toBeHidden();
  await expectSame(page, found);
});

test('what is new is counted, shown by a link, and seen once opened', async ({ page, visit, api }) => {
  const since = `since=${encodeURIComponent(BEFORE)}`;
  const fresh = await api(`q=Kursk&${since}`);
  await keep(page, writeSaved([KURSK, DRONES]));
  await visit('/');
  await openSaved(page);
  const news = rows(page).getByRole('link', { name: `${fresh.total.value} new since ${instant(BEFORE)}` });
  await news.click();
  await expect(page).toHaveURL(`/?q=Kursk&${since}`);
  await expectSame(page, fresh);
  expect((await kept(page)).map(({ looked }) => looked)).toEqual([fresh.index.updated_at, BEFORE]);
  await openSaved(page);
  await expect(rows(page).nth(0)).toContainText('Nothing new');
  await expect(rows(page).nth(1)).toContainText(' new since');
});

test.describe('counting many', () => {
  test.use({ expectedErrors: [/status of 503/] });

  test('at most three are asked for at a time, and a failure is told', async ({ page, visit }) => {
    const searches = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((q) => ({ name: q, search: `q=${q}`, looked: BEFORE }));
    await keep(page, writeSaved(searches));
    await visit('/');
    let [now, most, all] = [0, 0, 0];
    await page.route('**/api/search?**since=**', async (route) => {
      now++;
      all++;
      most = Math.max(most, now);
      const failing = new URL(route.request().url()).searchParams.get('q') === 'c';
      const answer = failing ? null : await route.fetch();
      now--;
      await (answer ? route.fulfill({ response: answer }) : route.fulfill({ status: 503, json: {} }));
    });
    await openSaved(page);
    await expect(rows(page).filter({ hasText: 'could not be counted' })).toHaveCount(1);
    await expect(rows(page).filter({ hasText: /\d new since|Nothing new/ })).toHaveCount(searches.length - 1);
    expect(all).toBe(searches.length);
    expect(most).toBe(3);
  });
});

test('rename, delete and undo', async ({ page, visit }) => {
  await keep(page, writeSaved([KURSK, DRONES]));
  await visit('/');
  await openSaved(page);
  await dialog(page).getByRole('button', { name: 'Rename “Kursk salient”' }).click();
  const name = dialog(page).getByLabel('Name of “Kursk salient”');
  await expect(name).toBeFocused();
  await name.fill('Drones');
  await name.press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Rename “Drones (2)”' })).toBeFocused();
  await dialog(page).getByRole('button', { name: 'Delete “Drones (2)”' }).click();
  await expect(rows(page)).toHaveCount(1);
  expect(await kept(page)).toEqual([DRONES]);
  const undo = told(page).getByRole('button', { name: 'Undo' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(told(page)).toHaveText('“Drones (2)” is back.');
  expect(await kept(page)).toEqual([{ ...KURSK, name: 'Drones (2)' }, DRONES]);
});

test('what one browser exports another imports, once', async ({ page, visit }) => {
  await keep(page, writeSaved([KURSK, DRONES]));
  await visit('/');
  await openSaved(page);
  const download = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Export to a file' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(parseSaved(text)).toEqual({ searches: [KURSK, DRONES], unread: [] });
  await dialog(page).getByRole('button', { name: 'Delete “Drones”' }).click();
  await importFile(page, 'mine.json', text);
  await expect(told(page)).toHaveText('1 search added from mine.json. “Kursk salient” was here already.');
  expect(await kept(page)).toEqual([KURSK, DRONES]);
  await importFile(page, 'mine.json', text.replace('Drones', 'UAVs'));
  await expect(told(page)).toContainText('0 searches added from mine.json.');
  await expect(told(page)).toContainText('“UAVs” was here already as “Drones”.');
  expect(await kept(page)).toEqual([KURSK, DRONES]);
});

const BAD_FILES = [
  { text: 'no JSON', reason: 'It is not JSON.' },
  { text: '{"version":2,"savedSearches":[]}', reason: 'It is of version 2' },
  { text: writeSaved([{ ...KURSK, search: 'bogus=1' }]), reason: 'There is no parameter “bogus”.' },
  { text: ' '.repeat(1_000_001), reason: 'It is larger than 1 MB.' },
];

test('a bad file is refused with the reason, and nothing changes', async ({ page, visit }) => {
  await keep(page, writeSaved([KURSK]));
  await visit('/');
  await openSaved(page);
  for (const { text, reason } of BAD_FILES) {
    await importFile(page, 'bad.json', text);
    await expect(told(page)).toContainText('bad.json was not taken.');
    await expect(told(page)).toContainText(reason);
  }
  expect(await kept(page)).toEqual([KURSK]);
});

for (const [name, broken] of [
  ['broken altogether', '{"version":1,"savedSea'],
  ['broken in one entry', writeSaved([KURSK, { ...DRONES, search: 'bogus=1' }])],
] as const) {
  test(`what is ${name} is told and put aside, not lost`, async ({ page, visit }) => {
    await keep(page, broken);
    await visit('/?q=x');
    await openSaved(page);
    const aside = dialog(page).getByRole('region', { name: 'Put aside' });
    await expect(aside).toContainText('1 entry of what this browser kept could not be read');
    await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await expect(rows(page).getByRole('link', { name: 'x', exact: true })).toBeVisible();
    const download = page.waitForEvent('download');
    await aside.getByRole('button', { name: 'Download it' }).click();
    const [, content = ''] = readFileSync(await (await download).path(), 'utf8').split('\t');
    const found = JSON.parse(content);
    expect(broken.replace(/\s/g, '')).toContain(found.replace(/\s/g, ''));
    await page.reload();
    await openSaved(page);
    await expect(aside).toBeVisible();
    await aside.getByRole('button', { name: 'Discard' }).click();
    await expect(aside).toBeHidden();
  });
}

test('a browser that keeps nothing is told of', async ({ page, visit }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await visit('/?q=Kursk');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await dialog(page).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(told(page)).toContainText('This browser did not keep it');
});

test('another tab’s change is seen', async ({ page, visit, context }) => {
  await visit('/');
  await openSaved(page);
  await expect(rows(page)).toHaveCount(0);
  const other = await context.newPage();
  await other.goto('/');
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, writeSaved([KURSK])] as const);
  await expect(rows(page).getByRole('link', { name: KURSK.name })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390, 320]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 720 } });

      test('axe finds nothing on the open dialog; it fits, with targets for a thumb', async ({ page, visit }) => {
        await keep(page, writeSaved([KURSK, { ...DRONES, name: 'A very long name of a search '.repeat(4).trim() }]));
        await visit('/?q=x');
        await openSaved(page);
        await expect(rows(page).filter({ hasText: ' new since' })).toHaveCount(2);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
        expect(await dialog(page).evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
        for (const button of await dialog(page).getByRole('button').all())
          expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
        for (const link of await dialog(page).getByRole('link').all())
          expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      });
    });
  }
}
