import { expect, test } from './fixtures.ts';
import { articles, box, results } from './parts.ts';

const UNFOLD = /^\d+ more in this report$/;

for (const size of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test.describe(`at ${size.width} px`, () => {
    test.use({ viewport: size });

    for (const address of ['/', '/?q=Ukraine'])
      test(`Back from a report to ${address} finds open what was open, and the page where it was`, async ({
        page,
        visit,
      }) => {
        await visit(address);
        const folded = await articles(page).filter({ visible: true }).count();
        await results(page).getByText(UNFOLD).filter({ visible: true }).first().click();
        const unfolded = articles(page).filter({ visible: true });
        await expect.poll(() => unfolded.count()).toBeGreaterThan(folded);
        await expect(results(page).locator('[aria-busy="true"]')).toHaveCount(0);
        const whole = await unfolded.count();
        const hit = articles(page)
          .filter({ visible: true })
          .nth(folded - 1);
        const around = page.getByRole('region', { name: 'Around this finding' });
        await hit.getByRole('button', { name: 'Open here' }).click();
        await expect(around).toContainText('The whole report');
        const id = await hit.getAttribute('id');
        const link = hit.getByRole('link', { name: 'In the report' });
        await link.focus();
        const place = await hit.boundingBox();
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(/\/reports\//);
        await page.goBack();
        await expect(page).toHaveURL(address);
        await expect(around).toContainText('The whole report');
        await expect(unfolded).toHaveCount(whole);
        const back = page.locator(`[id="${id}"]`);
        const top = async () => Math.abs(((await back.boundingBox())?.y ?? 9999) - (place?.y ?? 0));
        await expect.poll(top, { message: 'pixels from where it was' }).toBeLessThan(2);
        expect(await page.evaluate(() => document.activeElement?.tagName), 'nothing takes the focus').toBe('BODY');
        await back.getByRole('button', { name: 'Close' }).click();
        await expect(around).toHaveCount(0);
      });
  });
}

test('a search that is opened by its address has nothing open, whatever was open before', async ({ page, visit }) => {
  await visit('/');
  await results(page).getByText(UNFOLD).first().click();
  await expect(results(page).locator('details[open]')).toHaveCount(1);
  await visit('/');
  await expect(articles(page).first().getByRole('button', { name: 'Open here' })).toBeAttached();
  await expect(results(page).locator('details[open]')).toHaveCount(0);
});

test('what was open is open for the search that was left alone', async ({ page, visit }) => {
  const open = results(page).getByRole('button', { name: 'Close' });
  await visit('/?q=Kursk');
  await articles(page).first().getByRole('button', { name: 'Open here' }).click();
  await articles(page).first().getByRole('link', { name: 'In the report' }).click();
  await expect(page).toHaveURL(/\/reports\//);
  await page.goBack();
  await expect(open).toHaveCount(1);
  await box(page).fill('');
  await expect(page).toHaveURL('/');
  await box(page).fill('Kursk');
  await expect(page).toHaveURL('/?q=Kursk');
  await expect(articles(page).first()).toContainText('Kursk');
  await expect(open).toHaveCount(0);
});
