import type { Page } from '@playwright/test';
import { counted, shortDay } from '#app/format.ts';
import { daysText, wayText } from '#app/search/labels.ts';
import type { Nothing, Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { expectSame, firstValue, marks, results, sentence } from './parts.ts';

const ways = (page: Page) => results(page).getByRole('list', { name: 'Ways on' });

function nothingOf({ nothing }: Result): Nothing {
  if (!nothing) throw new Error('the search finds something');
  return nothing;
}

test('each filter, word and date is named with what its removal would find, and the link finds just that', async ({
  page,
  visit,
  api,
}) => {
  const { id } = firstValue(await api(), 'actor');
  const search = `q=zzzzqq refinery&actor=${id}&not_kind=passage&from=30d`;
  const found = await api(search);
  for (const way of nothingOf(found).ways) {
    await visit(`/?${search}`);
    await expect(sentence(page)).toContainText(/^No findings/);
    const row = ways(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: wayText(way, found), exact: true }) });
    await expect(row).toContainText(way.total > 0 ? counted(way.total, 'finding') : 'nothing either');
    await row.getByRole('link').click();
    await expect(page).toHaveURL(`/?${way.search}`);
    await expectSame(page, await api(way.search));
  }
});

test('the nearest spelling is offered first', async ({ page, visit, api }) => {
  await visit('/?q=Pkorvosk');
  const [first] = nothingOf(await api('q=Pkorvosk')).ways;
  await expect(ways(page).getByRole('link').first()).toHaveText('“Pokrovsk” for “Pkorvosk”');
  await ways(page).getByRole('link').first().click();
  await expect(page).toHaveURL('/?q=Pokrovsk');
  await expect(sentence(page)).toContainText(counted(first?.total ?? 0, 'finding'));
});

test('what comes closest is shown, marked as having fewer of the words', async ({ page, visit, api }) => {
  const search = 'q=refinery zzzzqq&topic=energy';
  const { closest } = nothingOf(await api(search));
  await visit(`/?${search}`);
  const part = results(page).getByRole('region', { name: 'Closest, with fewer of the words' });
  await expect(part.getByRole('article')).toHaveCount(closest.length);
  for (const [place, hit] of closest.entries()) {
    const article = part.getByRole('article').nth(place);
    await expect(article).toContainText(hit.type === 'finding' ? hit.text : hit.summary);
    await expect(marks(article).first()).toBeVisible();
  }
  await visit('/?q=refinery zzzzqq&actor=north-korea');
  const anywhere = 'Closest in the whole archive, with fewer of the words';
  await expect(results(page).getByRole('region', { name: anywhere, exact: true })).toBeVisible();
});

test('what has all words, but not within the filters, is not said to have fewer; it is set as any hit', async ({
  page,
  visit,
  api,
}) => {
  const search = 'q=refinery strike&actor=north-korea';
  expect((await api('q=refinery strike')).total.value).toBeGreaterThan(0);
  expect(nothingOf(await api(search)).anywhere).toBe(true);
  const size = () =>
    results(page)
      .getByRole('link', { name: 'In the report' })
      .first()
      .evaluate((link) => getComputedStyle(link).font);
  await visit('/?q=refinery strike');
  const usual = await size();
  await visit(`/?${search}`);
  await expect(results(page).getByRole('region', { name: 'Closest in the whole archive', exact: true })).toBeVisible();
  expect(await size()).toBe(usual);
});

test('chosen days without a report are told, and what the archive covers', async ({ page, visit, api }) => {
  const { index } = await api();
  const search = `q=zzzzqq&from=2025-02-20&to=2025-03-14`;
  const { gaps } = nothingOf(await api(search));
  await visit(`/?${search}`);
  expect(gaps.spans.at(-1)).toEqual({ from: '2025-03-01', to: '2025-03-14' });
  await expect(results(page)).toContainText(`No report of this archive covers`);
  for (const span of gaps.spans) await expect(results(page)).toContainText(daysText(span));
  await expect(results(page)).toContainText(`${shortDay(index.from ?? '')} to ${shortDay(index.to ?? '')}`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the ways on are told, and are links', async ({ page, api }) => {
    const search = 'q=refinery zzzzqq&topic=energy';
    const found = await api(search);
    const [way] = nothingOf(found).ways;
    await page.goto(`/?${search}`);
    await expect(results(page).getByRole('article')).toHaveCount(nothingOf(found).closest.length);
    await ways(page).getByRole('link').first().click();
    await expect(page).toHaveURL(`/?${way?.search}`);
    await expectSame(page, await api(way?.search));
  });
});
