import type { APIRequestContext } from '@playwright/test';
import { instant, longDay } from '#app/format.ts';
import { entryId } from '#app/search/group.ts';
import type { FindingHit, ReportHit, Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { expectSame, firstValue, results, sentence } from './parts.ts';

const BASIS: Record<string, RegExp> = {
  text: /as the text says: “.+”/,
  title: /as the title says: “.+”/,
  metadata: /as the document’s own fields say/,
  url: /as its address says/,
  published: /taken from the day of publication/,
  none: /no day is stated/,
};

function reportsIn({ results: hits }: Result): ReportHit[] {
  return hits.filter((hit) => hit.type === 'report');
}

/** The key findings of a report in their order, which is the API's within a report. */
async function keyFindings(request: APIRequestContext, { id, dates }: ReportHit): Promise<FindingHit[]> {
  const day = `from=${dates.covered}&to=${dates.covered}`;
  const answer: Result = await (await request.get(`/api/search?kind=key&per_page=100&${day}`)).json();
  return answer.results.filter((hit) => hit.type === 'finding').filter(({ report }) => report.id === id);
}

test('title, source and dates, each with what it rests on', async ({ page, api }) => {
  const reports = reportsIn(await api('type=report&per_page=100'));
  const bases = [...new Set(reports.map(({ dates }) => dates.basis))];
  for (const basis of bases) {
    const report = reports.find(({ dates }) => dates.basis === basis);
    if (!report) continue;
    await page.goto(report.url);
    await expect(page).toHaveTitle(`${report.title} · Sitrep`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(report.title);
    const main = page.getByRole('main');
    await expect(main.getByRole('time').first()).toHaveText(longDay(report.dates.covered ?? ''));
    await expect(main).toContainText(BASIS[basis] ?? basis);
    await expect(main.getByRole('link', { name: report.source.name })).toHaveAttribute(
      'href',
      `/?source=${report.source.id}`,
    );
    await expect(main.getByRole('time').last()).toHaveText(instant(report.dates.archived));
  }
  expect(bases.length).toBeGreaterThan(0);
});

test('key findings in order, each with its permanent link', async ({ page, api, request }) => {
  const [report] = reportsIn(await api('type=report&kind=key'));
  const key = report ? await keyFindings(request, report) : [];
  expect(key.length).toBeGreaterThan(1);
  await page.goto(report?.url ?? '');
  const items = page.getByRole('region', { name: 'Key findings' }).getByRole('listitem');
  await expect(items).toContainText(key.map(({ text }) => text));
  for (const [place, { url }] of key.entries()) {
    const link = items.nth(place).getByRole('link', { name: /Permanent link/ });
    await expect(link).toHaveAttribute('href', url.slice(url.indexOf('#')));
  }
  const links = page.getByRole('article').getByRole('link', { name: /Permanent link/ });
  await expect(links).toHaveCount(report?.findings ?? 0);
});

test('a subject leads to the search for it', async ({ page, api }) => {
  const [report] = reportsIn(await api('type=report'));
  const [actor] = report?.actors ?? [];
  await page.goto(report?.url ?? '');
  const subjects = page.getByRole('complementary', { name: 'What this report is about' });
  await subjects
    .getByRole('link', { name: actor?.label ?? '', exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(`/?actor=${actor?.id}`);
  await expectSame(page, await api(`actor=${actor?.id}`));
  await expect(sentence(page)).toContainText(`about ${actor?.label}`);
});

for (const kind of ['key', 'passage']) {
  test(`a hit’s link lands on its finding (${kind})`, async ({ page, visit, api }) => {
    const search = `kind=${kind}&region=${firstValue(await api(`kind=${kind}`), 'region').id}`;
    await visit(`/?${search}`);
    const id = await results(page).getByRole('article').last().getAttribute('id');
    const found = (await api(search)).results.filter((one) => one.type === 'finding');
    const hit = found.find((one) => entryId(one) === id);
    await results(page).getByRole('link', { name: 'In the report' }).last().click();
    await expect(page).toHaveURL(hit?.url ?? '');
    const anchor = hit?.url.split('#')[1] ?? '';
    expect(await page.evaluate((id) => document.getElementById(id)?.textContent, anchor)).toContain(hit?.text);
    await expect(page.getByRole('article').getByText(hit?.text ?? '')).toBeInViewport();
  });
}

test.describe('a report that is not there', () => {
  test.use({ expectedErrors: [/status of 404/] });

  test('is answered with 404 and the way to the search', async ({ page, api }) => {
    const answer = await page.goto('/reports/no-such-report');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address');
    await page.getByRole('link', { name: 'Search the archive' }).click();
    await expect(page).toHaveURL('/');
    await expectSame(page, await api());
  });
});
