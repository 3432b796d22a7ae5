import type { Page } from '@playwright/test';
import { counted, shortDay } from '#app/format.ts';
import type { Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { chart, days, expectSame, firstValue, panel, sentence, strip, valueLink } from './parts.ts';

const dates = (page: Page) => panel(page).getByRole('region', { name: 'Date' });

/** A day a third into the archive, and one two thirds in. */
function middle({ histogram }: Result): [string, string] {
  const { buckets } = histogram;
  const at = (part: number) => buckets[Math.floor(buckets.length * part)]?.from ?? '';
  return [at(1 / 3), at(2 / 3)];
}

function covered({ results }: Result): (string | null)[] {
  return results.map((hit) => hit.dates.covered);
}

test('by the form, from one day to another', async ({ page, visit, api }) => {
  const all = await api();
  const [from, to] = middle(all);
  await visit('/');
  await dates(page).getByLabel('From', { exact: true }).fill(from);
  await dates(page).getByLabel('To', { exact: true }).fill(to);
  await dates(page).getByRole('button', { name: 'Apply dates' }).click();
  await expect(page).toHaveURL(`/?from=${from}&to=${to}`);
  const found = await api(`from=${from}&to=${to}`);
  await expectSame(page, found);
  const inside = all.histogram.buckets.filter((bucket) => bucket.from >= from && bucket.from <= to);
  expect(found.total.value).toBe(inside.reduce((sum, { count }) => sum + count, 0));
  for (const day of await days(page)) expect(day >= from && day <= to, day).toBe(true);
  await expect(sentence(page)).toContainText(`${shortDay(from)} – ${shortDay(to)}`);
  await expect(dates(page).getByLabel('From', { exact: true })).toHaveValue(from);
});

test('the form keeps words and filters', async ({ page, visit, api }) => {
  const [from] = middle(await api());
  await visit('/?q=drone&actor=russia&sort=oldest');
  await dates(page).getByLabel('From', { exact: true }).fill(from);
  await dates(page).getByRole('button', { name: 'Apply dates' }).click();
  await expect(page).toHaveURL(`/?q=drone&actor=russia&from=${from}&sort=oldest`);
  await expectSame(page, await api(`q=drone&actor=russia&from=${from}&sort=oldest`));
});

test('the end before the beginning is told at its field, not searched', async ({ page, visit, api }) => {
  const [from, to] = middle(await api());
  const end = dates(page).getByLabel('To', { exact: true });
  await visit('/');
  await dates(page).getByLabel('From', { exact: true }).fill(to);
  await end.fill(from);
  await dates(page).getByRole('button', { name: 'Apply dates' }).click();
  const told = await end.evaluate((field: HTMLInputElement) => field.validationMessage);
  expect(told).toBe(`“to” (${from}) is before “from” (${to}). Exchange the two.`);
  await expect(end).toBeFocused();
  await expect(page).toHaveURL('/');
  await dates(page).getByRole('link', { name: 'Last 7 days' }).click();
  await expect(end).toHaveValue('');
  expect(await end.evaluate((field: HTMLInputElement) => field.validity.valid)).toBe(true);
  await dates(page).getByLabel('From', { exact: true }).fill(to);
  await end.fill(to);
  await dates(page).getByRole('button', { name: 'Apply dates' }).click();
  await expect(page).toHaveURL(`/?from=${to}&to=${to}`);
});

test('an address with the end before the beginning has a link with the two exchanged', async ({ page, api }) => {
  const [from, to] = middle(await api());
  await page.goto(`/?q=drone&from=${to}&to=${from}`);
  await page.getByRole('link', { name: 'search with that put right' }).click();
  await expect(page).toHaveURL(`/?q=drone&from=${from}&to=${to}`);
  await expectSame(page, await api(`q=drone&from=${from}&to=${to}`));
});

test('days that were not applied do not stand beside another search', async ({ page, visit, api }) => {
  const [from] = middle(await api());
  await visit('/');
  await dates(page).getByLabel('From', { exact: true }).fill(from);
  const topic = firstValue(await api(), 'topic');
  await valueLink(page, 'topic', topic.label).click();
  await expectSame(page, await api(`topic=${topic.id}`));
  await expect(dates(page).getByLabel('From', { exact: true })).toHaveValue('');
});

test('a preset stays one when another date is meant, and when the form is sent as it is', async ({ page, visit }) => {
  await visit('/?q=drone&from=7d');
  await dates(page).getByLabel('Date of').selectOption('Published');
  await expect(page).toHaveURL('/?q=drone&date=published&from=7d');
  await expect(dates(page).getByRole('link', { name: 'Last 7 days' })).toHaveAttribute('aria-current', 'true');
  await dates(page).getByRole('button', { name: 'Apply dates' }).click();
  await expect(page).toHaveURL('/?q=drone&date=published&from=7d');
});

test('another date is meant as soon as it is chosen, by the presets too', async ({ page, visit, api }) => {
  await visit('/?q=drone');
  await dates(page).getByLabel('Date of').selectOption('Published');
  await expect(page).toHaveURL('/?q=drone&date=published');
  await dates(page).getByRole('link', { name: 'Last 7 days' }).click();
  await expect(page).toHaveURL('/?q=drone&date=published&from=7d');
  await expectSame(page, await api('q=drone&date=published&from=7d'));
  await expect(sentence(page)).toContainText('published in the last 7 days');
  await expect(dates(page).getByLabel('Date of')).toHaveValue('published');
});

test('by a preset, which counts back from the newest report', async ({ page, visit, api }) => {
  const all = await api();
  await visit('/');
  await dates(page).getByRole('link', { name: 'Last 7 days' }).click();
  await expect(page).toHaveURL('/?from=7d');
  const week = await api('from=7d');
  await expectSame(page, week);
  const last = all.histogram.buckets.slice(-7);
  expect(week.total.value).toBe(last.reduce((sum, { count }) => sum + count, 0));
  expect(covered(week)[0]).toBe(all.index.to);
  await expect(dates(page).getByRole('link', { name: 'Last 7 days' })).toHaveAttribute('aria-current', 'true');
  await dates(page).getByRole('link', { name: 'All', exact: true }).click();
  await expectSame(page, all);
});

test('by the year of the newest report', async ({ page, visit, api }) => {
  const all = await api();
  const year = all.index.to?.slice(0, 4);
  await visit('/');
  await dates(page)
    .getByRole('link', { name: `This year, ${year}` })
    .click();
  await expect(page).toHaveURL(`/?from=${year}-01-01`);
  await expectSame(page, await api(`from=${year}-01-01`));
});

test('a day beyond the archive stays in the form, which can still be sent', async ({ page, visit }) => {
  await visit('/?from=1999-01-01&to=2099-01-01');
  await expect(dates(page).getByLabel('To', { exact: true })).toHaveValue('2099-01-01');
  await dates(page).getByLabel('From', { exact: true }).fill('1999-05-01');
  await dates(page).getByRole('button', { name: 'Apply dates' }).click();
  await expect(page).toHaveURL('/?from=1999-05-01&to=2099-01-01');
});

test('by the busiest day of the strip of time, which keeps all its days', async ({ page, visit, api }) => {
  const { buckets } = (await api()).histogram;
  const busiest = buckets.reduce((most, bucket) => (bucket.count > most.count ? bucket : most));
  await visit('/');
  await expect(strip(page)).toContainText(`Most: ${counted(busiest.count, 'finding')}, ${shortDay(busiest.from)}`);
  const { width = 0 } = (await chart(page).boundingBox()) ?? {};
  await chart(page).click({ position: { x: ((buckets.indexOf(busiest) + 0.5) * width) / buckets.length, y: 20 } });
  await expect(page).toHaveURL(`/?from=${busiest.from}&to=${busiest.from}`);
  const day = await api(`from=${busiest.from}&to=${busiest.from}`);
  await expectSame(page, day);
  expect(day.total.value).toBe(busiest.count);
  expect(new Set(await days(page))).toEqual(new Set([busiest.from]));
  expect(day.histogram.buckets).toEqual(buckets);
});

test('back to a search by another date shows that date in the form', async ({ page, visit }) => {
  const which = dates(page).getByLabel('Date of');
  await visit('/');
  await which.selectOption('Published');
  await expect(page).toHaveURL('/?date=published');
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expect(which).toHaveValue('covered');
});
