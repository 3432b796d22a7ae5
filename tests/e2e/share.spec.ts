import { execFileSync } from 'node:child_process';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.describe('passing a search on', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const share = (page: Page): Locator => page.getByRole('dialog', { name: 'Share this search' });

  test('by its link and by its call, which a shell reads as it is meant', async ({ page, visit, api, baseURL }) => {
    const address = `q=${encodeURIComponent(`don't "a b" $HOME`)}&not_kind=passage`;
    await visit(`/?${address}`);
    await page.getByRole('button', { name: 'Share' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const found = await api(address);
    await share(page).getByRole('button', { name: 'Copy link' }).click();
    await expect.poll(copied).toBe(`${baseURL}${found.links.html}`);
    await expect(share(page)).toContainText(`${baseURL}${found.links.html}`);
    await share(page).getByRole('button', { name: 'Copy as curl' }).click();
    await expect.poll(copied).toMatch(/^curl /);
    const url = execFileSync('sh', ['-c', `curl() { printf %s "$1"; }\n${await copied()}`], { encoding: 'utf8' });
    expect(url).toBe(`${baseURL}${found.links.self}`);
    expect(await api(new URL(url).search.slice(1))).toEqual(found);
  });

  test('by one command', async ({ page, visit, baseURL }) => {
    await visit('/?q=Kursk');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).getByRole('textbox').fill('copy a link');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/?q=Kursk`);
  });

  test('by what the device shares with, where it does', async ({ page, visit, baseURL }) => {
    await page.addInitScript(() => {
      navigator.share = async (data) => void Object.assign(window, { shared: data });
    });
    await visit('/?q=Kursk');
    await page.getByRole('button', { name: 'Share' }).click();
    await share(page).getByRole('button', { name: 'Share …' }).click();
    expect(await page.evaluate(() => Object(window).shared)).toMatchObject({ url: `${baseURL}/?q=Kursk` });
  });

  test('by hand, where the browser copies nothing', async ({ page, visit, baseURL }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await visit('/?q=Kursk');
    await page.getByRole('button', { name: 'Share' }).click();
    await share(page).getByRole('button', { name: 'Copy link' }).click();
    await expect(share(page).getByLabel('to be copied by hand')).toHaveValue(`${baseURL}/?q=Kursk`);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the API’s answer is a link, and no button is there that would do nothing', async ({ page, api }) => {
    await page.goto('/?q=Kursk');
    for (const name of ['Save this search', 'Saved searches', 'Share', 'Commands', 'Keys'])
      await expect(page.getByRole('button', { name })).toBeHidden();
    await page.getByRole('list', { name: 'This search elsewhere' }).getByRole('link', { name: 'JSON' }).click();
    const answer = JSON.parse((await page.locator('body').textContent()) ?? '');
    expect(answer.total).toEqual((await api('q=Kursk')).total);
  });
});
