import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { articles, box, days, expectSame, marks, results, sentence } from './parts.ts';

const WORD = 'Kursk';

async function search(page: Page, words: string): Promise<void> {
  await box(page).fill(words);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
}

const option = (page: Page, name: string) => results(page).getByRole('navigation').getByRole('link', { name });

test('the first visit shows the newest findings, in the server’s own HTML too', async ({
  page,
  visit,
  api,
  request,
}) => {
  const newest = await api();
  await visit('/');
  await expectSame(page, newest);
  expect((await days(page))[0]).toBe(newest.index.to);
  const [first] = newest.results;
  expect(await (await request.get('/')).text()).toContain(first?.type === 'finding' ? first.text : first?.title);
});

test('a word by the form: address, results and sentence change without another page', async ({ page, visit, api }) => {
  await visit('/');
  await page.evaluate(() => Object.assign(window, { marker: 'the same page' }));
  await search(page, WORD);
  await expect(page).toHaveURL(`/?q=${WORD}`);
  const found = await api(`q=${WORD}`);
  await expectSame(page, found);
  await expect(sentence(page)).toContainText(`with ${WORD}`);
  expect(await page.evaluate(() => Object(window).marker)).toBe('the same page');
  expect(found.total.value).toBeLessThan(found.index.findings);
  await expect(box(page)).toHaveValue(WORD);
});

test('every finding marks what matched, as the API’s ranges say', async ({ page, visit, api }) => {
  const found = await api(`q=${WORD}`);
  await visit(`/?q=${WORD}`);
  for (const [place, { snippets }] of found.results.entries()) {
    const { text = '', ranges = [] } = snippets[0] ?? {};
    const expected = ranges.map(([start, end]) => text.slice(start, end));
    expect(expected.length).toBeGreaterThan(0);
    await expect(marks(articles(page).nth(place))).toHaveText(expected);
  }
});

test('the title carries the query, of an address and of a search by the form', async ({ page, visit }) => {
  await visit(`/?q=${WORD}`);
  await expect(page).toHaveTitle(new RegExp(WORD));
  await search(page, 'drone');
  await expect(page).toHaveURL('/?q=drone');
  await expect(page).toHaveTitle(/drone/);
});

test('the title stays that of the words, though the server’s is put back late', async ({ page, visit }) => {
  await visit(`/?q=${WORD}`);
  await search(page, 'drone');
  await expect(page).toHaveTitle(/drone/);
  for (const put of ['before it', 'into it'] as const) {
    await page.evaluate(
      ([word, where]) => {
        const there = document.head.querySelector('title');
        const late = where === 'into it' ? there : document.createElement('title');
        if (late) late.textContent = `${word} · Sitrep`;
        if (late !== there) there?.before(late as Node);
      },
      [WORD, put],
    );
    await expect(page).toHaveTitle(/drone/);
  }
});

test('back and forward go through the searches, box and results alike', async ({ page, visit, api }) => {
  await visit('/');
  await search(page, WORD);
  await expectSame(page, await api(`q=${WORD}`));
  await search(page, 'drone');
  await expectSame(page, await api('q=drone'));
  await page.goBack();
  await expectSame(page, await api(`q=${WORD}`));
  await expect(box(page)).toHaveValue(WORD);
  await page.goBack();
  await expectSame(page, await api());
  await expect(box(page)).toHaveValue('');
  await page.goForward();
  await expectSame(page, await api(`q=${WORD}`));
});

test('page 2 and back', async ({ page, visit, api }) => {
  const pages = page.getByRole('navigation', { name: 'Pages' });
  const [first, second] = [await api(), await api('page=2')];
  await visit('/');
  await pages.getByRole('link', { name: 'Page 2', exact: true }).click();
  await expect(page).toHaveURL('/?page=2');
  await expectSame(page, second);
  await expect(pages.getByRole('link', { name: 'Page 2', exact: true })).toHaveAttribute('aria-current', 'page');
  expect(second.results.map(({ id }) => id)).not.toEqual(expect.arrayContaining([first.results[0]?.id]));
  await pages.getByRole('link', { name: 'Previous' }).click();
  await expect(page).toHaveURL('/');
  await expectSame(page, first);
});

test('newest and oldest order the days', async ({ page, visit, api }) => {
  await visit(`/?q=${WORD}`);
  await expect(option(page, 'Relevance')).toHaveAttribute('aria-current', 'true');
  for (const sort of ['newest', 'oldest'] as const) {
    await option(page, sort === 'newest' ? 'Newest' : 'Oldest').click();
    await expect(page).toHaveURL(`/?q=${WORD}&sort=${sort}`);
    await expectSame(page, await api(`q=${WORD}&sort=${sort}`));
    const shown = await days(page);
    expect(new Set(shown).size).toBeGreaterThan(1);
    expect(shown).toEqual(sort === 'newest' ? shown.toSorted().reverse() : shown.toSorted());
  }
});

test('findings and reports', async ({ page, visit, api }) => {
  await visit(`/?q=${WORD}`);
  await option(page, 'Reports').click();
  const reports = await api(`q=${WORD}&type=report`);
  await expectSame(page, reports);
  const [first] = reports.results;
  await expect(results(page).getByRole('heading', { level: 3 }).first()).toHaveText(
    first?.type === 'report' ? first.title : '',
  );
  await option(page, 'Findings').click();
  await expectSame(page, await api(`q=${WORD}`));
});

test('a filtered address shows the same after a reload', async ({ page, visit, api }) => {
  const address = '/?q=drone&actor=russia&not_kind=passage&sort=oldest';
  await visit(address);
  await expectSame(page, await api(address.slice(2)));
  const before = await results(page).ariaSnapshot();
  await page.reload();
  await expect.poll(() => results(page).ariaSnapshot()).toBe(before);
});
