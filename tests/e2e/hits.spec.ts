import type { Locator, Page } from '@playwright/test';
import { entryId } from '#app/search/group.ts';
import type { FindingHit, Hit, Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { appliedFilters, article, expectSame, findingsIn, idsOn, results, sentence } from './parts.ts';

/** A word of so many findings that most reports have several, and there are several pages. */
const WORD = 'Ukraine';
const MORE = /^\d+ more in this report$/;

/** A report of the page of which it has a hit or more, but not all. */
function partOnPage(found: Result): FindingHit {
  const hits = findingsIn(found);
  const hit = hits.find(({ report }) => report.matches > hits.filter((one) => one.report.id === report.id).length);
  if (!hit) throw new Error('every report of the page is on it whole');
  return hit;
}

/** The group of a report's hits: the item of the list that has its title. */
const groupOf = (page: Page, { report }: FindingHit): Locator =>
  results(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: report.title, exact: true }) })
    .last();

test.describe('the tabs', () => {
  const tab = (page: Page, name: RegExp) =>
    results(page).getByRole('navigation', { name: 'What is listed' }).getByRole('link', { name });

  for (const search of ['', 'q=Kursk', 'q=Zelenskiy&actor=russia&from=30d', 'q=zzzzqq']) {
    test(`have the API’s counts of both searches: ${search}`, async ({ page, visit, api }) => {
      const [findings, reports] = [await api(search), await api(`${search}&type=report`)];
      expect(findings.totals).toEqual({ finding: findings.total, report: reports.total });
      expect(reports.totals).toEqual(findings.totals);
      await visit(`/?${search}`);
      await expect(tab(page, /^Findings/)).toHaveAccessibleName(`Findings ${findings.total.value}`);
      await expect(tab(page, /^Reports/)).toHaveAccessibleName(`Reports ${reports.total.value}`);
    });
  }

  test('are two searches, of which one is current', async ({ page, visit, api }) => {
    await visit('/?q=Kursk');
    await expect(tab(page, /^Findings/)).toHaveAttribute('aria-current', 'page');
    await tab(page, /^Reports/).click();
    await expect(page).toHaveURL('/?q=Kursk&type=report');
    await expectSame(page, await api('q=Kursk&type=report'));
    await expect(tab(page, /^Reports/)).toHaveAttribute('aria-current', 'page');
    await expect(tab(page, /^Findings/)).not.toHaveAttribute('aria-current');
  });
});

test.describe('the findings of one report', () => {
  for (const search of [`q=${WORD}`, `q=${WORD}&page=3`, 'q=drone&sort=oldest', '']) {
    test(`stand together, at most three of them unfolded: ${search}`, async ({ page, visit, api }) => {
      const found = await api(search);
      await visit(`/?${search}`);
      await expectSame(page, found);
      const reports = [...new Set(findingsIn(found).map(({ report }) => report.id))];
      await expect(results(page).getByRole('heading', { level: 3 })).toHaveCount(reports.length);
      for (const id of reports) {
        const [hit] = findingsIn(found).filter(({ report }) => report.id === id);
        if (!hit) continue;
        const shown = await groupOf(page, hit).getByRole('article').count();
        expect(shown).toBe(Math.min(3, findingsIn(found).filter(({ report }) => report.id === id).length));
        const more = groupOf(page, hit).getByText(MORE).filter({ visible: true });
        if (hit.report.matches > shown)
          await expect(more).toHaveText(`${hit.report.matches - shown} more in this report`);
        else await expect(more).toHaveCount(0);
      }
    });
  }

  test('“N more” opens exactly the rest in place', async ({ page, visit, api }) => {
    const found = await api(`q=${WORD}`);
    const hit = partOnPage(found);
    const all = await api(`q=${WORD}&report=${hit.report.id}&per_page=100`);
    expect(all.total.value).toBe(hit.report.matches);
    await visit(`/?q=${WORD}`);
    const group = groupOf(page, hit);
    await group.getByText(MORE).first().click();
    await expect(group.getByRole('article')).toHaveCount(hit.report.matches);
    const ids = await group.getByRole('article').evaluateAll((those) => those.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(all.results.map(entryId).toSorted());
    await expect(page).toHaveURL(`/?q=${WORD}`);
    await expect(group.getByRole('link', { name: MORE })).toHaveCount(0);
  });

  test('opened by the keyboard, the focus goes on to the first of the rest', async ({ page, visit, api }) => {
    const found = await api('per_page=2');
    const hit = partOnPage(found);
    await visit('/?per_page=2');
    await groupOf(page, hit).getByRole('link', { name: MORE }).focus();
    await page.keyboard.press('Enter');
    await expect(groupOf(page, hit).getByRole('article')).toHaveCount(hit.report.matches);
    const focused = await page.evaluate(() => document.activeElement?.id ?? '');
    expect(found.results.map(entryId)).not.toContain(focused);
    expect(await idsOn(page)).toContain(focused);
  });

  test.describe('that do not come', () => {
    test.use({ expectedErrors: [/status of 503/] });

    test('are told of, with the link to them', async ({ page, visit, api }) => {
      const hit = partOnPage(await api('per_page=2'));
      await visit('/?per_page=2');
      await page.route('**/api/search?**', (route) => route.fulfill({ status: 503, json: { status: 503 } }));
      const group = groupOf(page, hit);
      await group.getByRole('link', { name: MORE }).click();
      await expect(group.getByRole('alert')).toContainText('did not answer');
      await page.unroute('**/api/search?**');
      await group.getByRole('link', { name: MORE }).click();
      await expectSame(page, await api(`per_page=2&report=${hit.report.id}`));
    });
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('a link leads to all of them, and they are folded no more', async ({ page, api }) => {
      const found = await api(`q=${WORD}&per_page=2`);
      const hit = partOnPage(found);
      await page.goto(`/?q=${WORD}&per_page=2`);
      await groupOf(page, hit).getByRole('link', { name: MORE }).click();
      const search = `q=${WORD}&report=${hit.report.id}&per_page=2`;
      await expect(page).toHaveURL(`/?${search}`);
      await expectSame(page, await api(search));
      expect((await api(search)).total.value).toBe(hit.report.matches);
      await expect(results(page).getByText(MORE)).toHaveCount(0);
    });

    test('those of the page unfold', async ({ page, api }) => {
      const [first] = findingsIn(await api());
      await page.goto('/');
      const group = groupOf(page, first as FindingHit);
      const before = await group.getByRole('article').count();
      await group.getByText(MORE).first().click();
      expect(await group.getByRole('article').count()).toBeGreaterThan(before);
    });

    test('no button is shown that would do nothing', async ({ page }) => {
      await page.goto('/');
      await expect(results(page).getByRole('button')).toHaveCount(0);
    });
  });

  test('and since when: both are told, and each can be taken off', async ({ page, visit, api }) => {
    const [hit] = findingsIn(await api(`q=${WORD}`));
    const since = '2001-02-03T04:05:00Z';
    const search = `q=${WORD}&report=${hit?.report.id}&since=${encodeURIComponent(since)}`;
    await visit(`/?${search}`);
    await expectSame(page, await api(search));
    await expect(sentence(page)).toContainText(
      `in the report “${hit?.report.title}”, added since 3 Feb 2001, 04:05 UTC`,
    );
    const remove = (name: string) => appliedFilters(page).getByRole('link', { name: `Remove filter: ${name}` });
    await remove('Added since 3 Feb 2001, 04:05 UTC').click();
    await expect(page).toHaveURL(`/?q=${WORD}&report=${hit?.report.id}`);
    await remove(`Report “${hit?.report.title}”`).click();
    await expectSame(page, await api(`q=${WORD}`));
  });
});

test.describe('a hit', () => {
  test('says source, originator and kind, and leads to its place in the report', async ({ page, visit, api }) => {
    const found = await api('source=sitrep-wire&kind=key');
    await visit('/?source=sitrep-wire&kind=key');
    for (const hit of findingsIn(found)) {
      const origin = [hit.source.name, hit.originator?.name].filter(Boolean).join(' › ');
      await expect(article(page, hit)).toContainText(`${origin} · Key finding`);
    }
    const [first] = findingsIn(found);
    const link = results(page).getByRole('link', { name: 'In the report' }).first();
    await expect(link).toHaveAttribute('href', first?.url ?? '');
  });

  test('adds a filter by each of its tags and keeps the rest', async ({ page, visit, api }) => {
    const search = 'q=Kursk&kind=key&sort=oldest';
    const hit = findingsIn(await api(search)).find(
      ({ actors, regions, topics }) => actors[0] && regions[0] && topics[0],
    );
    for (const [facet, tags] of Object.entries({ actor: hit?.actors, region: hit?.regions, topic: hit?.topics })) {
      const [tag] = tags ?? [];
      await visit(`/?${search}`);
      await article(page, hit as Hit)
        .getByRole('link', { name: tag?.label ?? '', exact: true })
        .first()
        .click();
      await expectSame(page, await api(`${search}&${facet}=${tag?.id}`));
      await expect(appliedFilters(page).getByRole('link', { name: tag?.label ?? '' })).toBeVisible();
      expect(new URL(page.url()).searchParams.get('sort')).toBe('oldest');
    }
  });

  test('says which name in it was meant, where that is not the one of the query', async ({ page, visit, api }) => {
    const found = findingsIn(await api('q=Zelenskiy&per_page=100'));
    const other = found.find(({ matched }) => matched.some(({ alias }) => alias === 'Зеленського'));
    const same = found.find(({ matched }) => matched.some(({ alias }) => alias === 'Zelenskiy'));
    await visit('/?q=Zelenskiy&per_page=100');
    await expect(article(page, other as Hit)).toContainText('“Зеленського” is Volodymyr Zelensky');
    await expect(article(page, same as Hit)).not.toContainText('is Volodymyr Zelensky');
  });

  test('has its language', async ({ page, visit, api }) => {
    const [hit] = findingsIn(await api('lang=uk'));
    await visit('/?lang=uk');
    const text = article(page, hit as Hit).getByText(hit?.text ?? '', { exact: true });
    expect(await text.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('uk');
  });

  test('says that its day is a guess', async ({ page, visit }) => {
    await page.route('**/api/search?**', async (route) => {
      const answer: Result = await (await route.fetch()).json();
      for (const [place, hit] of answer.results.entries())
        Object.assign(hit.dates, place === 0 ? { basis: 'published' } : { basis: 'none', covered: null });
      await route.fulfill({ json: answer });
    });
    await visit('/');
    await results(page).getByRole('link', { name: 'Oldest' }).click();
    await expect(results(page).getByRole('article').first()).toContainText('date as published');
    await expect(results(page).getByRole('heading', { level: 2, name: 'No date' }).first()).toBeVisible();
  });
});
