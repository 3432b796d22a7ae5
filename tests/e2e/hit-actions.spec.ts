import type { Locator, Page } from '@playwright/test';
import { writtenDay } from '#lib/report/day.ts';
import type { FindingHit } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { article, box, findingsIn, results } from './parts.ts';

const UNSEEN = 'rgba(0, 0, 0, 0)';

test.describe('a copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
  const copy = (part: Locator) => part.getByRole('button', { name: 'Copy with its citation' });

  test('of a finding is its text and where it is from', async ({ page, visit, api }) => {
    const [hit] = findingsIn(await api('source=sitrep-wire&kind=key&lang=uk'));
    await visit('/?source=sitrep-wire&kind=key&lang=uk');
    await copy(results(page).getByRole('article').first()).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveText('Copied with its citation');
    await expect(results(page).getByRole('button', { name: 'Copied' })).toBeVisible();
    const text = await clipboard(page);
    expect(text).toContain(
      `“${hit?.text}” ${hit?.source.name}, on a report by ${hit?.originator?.name}, “${hit?.report.title}”`,
    );
    expect(text).toContain(
      `${writtenDay(hit?.dates.covered ?? '')}, ${new URL(page.url()).origin}${hit?.url} (accessed `,
    );
    await expect(copy(results(page).getByRole('article').first())).toBeVisible();
  });

  test('of a report too', async ({ page, visit, api }) => {
    const [hit] = (await api('type=report')).results;
    await visit('/?type=report');
    await copy(results(page).getByRole('article').first()).click();
    await expect(results(page).getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await clipboard(page)).toContain(`${hit?.type === 'report' ? hit.title : ''}”, `);
    expect(await clipboard(page)).toContain(`${hit?.url} (accessed `);
  });

  test('that the browser refuses appears to be copied by hand, selected', async ({ page, visit, api }) => {
    const [hit] = findingsIn(await api());
    await visit('/');
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await copy(results(page).getByRole('article').first()).click();
    const field = page.getByRole('textbox', { name: 'copied by hand' });
    await expect(field).toHaveValue(new RegExp(`^“.*${hit?.url.split('#')[1]} \\(accessed .*\\)$`));
    const selected = await field.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
    expect(selected).toBe((await field.inputValue()).length);
  });
});

test.describe('a finding opened in place', () => {
  const around = (page: Page) => page.getByRole('region', { name: 'Around this finding' });

  test('shows what stands before and after it, and closes again', async ({ page, visit, api, request }) => {
    const hit = findingsIn(await api('q=Kursk'))[1] as FindingHit;
    const { before, after } = await (await request.get(`/api/findings/${hit.id}`)).json();
    await visit('/?q=Kursk');
    const open = article(page, hit).getByRole('button', { name: 'Open here' });
    await expect(open).toHaveAttribute('aria-expanded', 'false');
    await open.click();
    await expect(around(page)).toContainText(before.text);
    await expect(around(page)).toContainText(after.text);
    await expect(around(page)).toContainText(`Under “${hit.section}”`);
    await expect(around(page).getByRole('link', { name: 'The whole report' })).toHaveAttribute('href', hit.report.url);
    await expect(page).toHaveURL('/?q=Kursk');
    await article(page, hit).getByRole('button', { name: 'Close' }).click();
    await expect(around(page)).toBeHidden();
  });

  test('says that it is the first of its report', async ({ page, visit, api, request }) => {
    const [any] = findingsIn(await api('sort=oldest'));
    const { finding, before } = await (await request.get(`/api/findings/${any?.id}`)).json();
    expect([finding.ordinal, before]).toEqual([0, null]);
    await visit('/?sort=oldest');
    await results(page).getByRole('button', { name: 'Open here' }).first().click();
    await expect(around(page)).toContainText('It is the first of its report.');
  });

  test.describe('that is not answered', () => {
    test.use({ expectedErrors: [/status of 503/] });

    test('says so, with the way to the report', async ({ page, visit, api }) => {
      const [hit] = findingsIn(await api());
      await visit('/');
      await page.route('**/api/findings/**', (route) => route.fulfill({ status: 503, json: { status: 503 } }));
      await results(page).getByRole('button', { name: 'Open here' }).first().click();
      await expect(around(page).getByRole('alert')).toContainText('did not answer');
      await around(page).getByRole('link', { name: 'the whole report' }).click();
      await expect(page).toHaveURL(hit?.report.url ?? '');
    });
  });

  test('the API tells what it does not know', async ({ request }) => {
    const missing = await request.get('/api/findings/no-such-finding');
    expect(missing.status()).toBe(404);
    expect(await missing.json()).toMatchObject({ code: 'not_found', hint: expect.any(String) });
    const misspelt = await request.get('/api/findings/no-such-finding?around=2');
    expect(misspelt.status()).toBe(400);
    expect(await misspelt.json()).toMatchObject({ code: 'unknown_parameter', param: 'around' });
  });
});

test('what can be done with a hit is seen by who points at it, or goes there by keys', async ({ page, visit }) => {
  await visit('/?q=Kursk');
  const hits = results(page).getByRole('article');
  const [first, second] = [hits.nth(0), hits.nth(1)].map((hit) => hit.getByRole('button', { name: 'Copy' }));
  await box(page).focus();
  for (const button of [first, second]) await expect(button as Locator).toHaveCSS('color', UNSEEN);
  await hits.nth(1).hover();
  await expect(second as Locator).not.toHaveCSS('color', UNSEEN);
  await first?.focus();
  await expect(first as Locator).not.toHaveCSS('color', UNSEEN);
});

test.describe('a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('always shows what can be done with a hit', async ({ page, visit }) => {
    await visit('/?q=Kursk');
    const button = results(page).getByRole('button', { name: 'Copy with its citation' }).first();
    await expect(button).not.toHaveCSS('color', UNSEEN);
  });
});
