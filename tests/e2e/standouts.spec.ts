import type { Page } from '@playwright/test';
import { percent } from '#app/format.ts';
import type { Insight, Standout } from '#lib/search/insight.ts';
import { expect, test } from './fixtures.ts';
import { expectSame } from './parts.ts';

const SEARCH = 'q=refinery';

const group = (page: Page, name: string) =>
  page
    .getByRole('complementary', { name: 'About this search' })
    .getByRole('region', { name: `${name} that stand out` });

function first(insight: Insight, facet: 'actor' | 'region' | 'topic'): Standout {
  const [standout] = insight.stands_out[facet] ?? [];
  if (!standout) throw new Error(`no ${facet} stands out`);
  return standout;
}

test('actors, regions, topics and words are told with both shares', async ({ page, visit, request }) => {
  const insight: Insight = await (await request.get(`/api/insight?${SEARCH}`)).json();
  await visit(`/?${SEARCH}`);
  const { total, all } = insight;
  const groups = { ...insight.stands_out, words: insight.words };
  for (const [facet, standouts] of Object.entries(groups)) {
    expect(standouts.length, facet).toBeGreaterThan(0);
    const rows = group(page, facet === 'words' ? 'words' : `${facet}s`).getByRole('listitem');
    await expect(rows).toHaveCount(standouts.length);
    for (const [place, { label, count, count_in_all: inAll }] of standouts.entries()) {
      const name = `Only ${label}, ${percent(count, total)}, ${percent(inAll, all)} in all`;
      await expect(rows.nth(place).getByRole('link', { name, exact: true })).toBeVisible();
    }
  }
});

test('one click adds a region, another leaves a topic out; the sums are right', async ({
  page,
  visit,
  request,
  api,
}) => {
  const insight: Insight = await (await request.get(`/api/insight?${SEARCH}`)).json();
  const [region, topic] = [first(insight, 'region'), first(insight, 'topic')];
  await visit(`/?${SEARCH}`);
  await group(page, 'regions')
    .getByRole('link', { name: `Only ${region.label},` })
    .click();
  await expect(page).toHaveURL(`/?${SEARCH}&region=${region.id}`);
  const within = await api(`${SEARCH}&region=${region.id}`);
  expect(within.total.value).toBe(region.count);
  await expectSame(page, within);
  await expect(group(page, 'regions').getByRole('link', { name: `Only ${region.label},` })).toBeHidden();
  await visit(`/?${SEARCH}`);
  await group(page, 'topics')
    .getByRole('link', { name: `Leave out ${topic.label}` })
    .click();
  const without = await api(`${SEARCH}&not_topic=${topic.id}`);
  expect(without.total.value).toBe(insight.total - topic.count);
  await expectSame(page, without);
});

test('a word is added to the words, or left out', async ({ page, visit, request, api }) => {
  const insight: Insight = await (await request.get(`/api/insight?${SEARCH}`)).json();
  const [word] = insight.words;
  await visit(`/?${SEARCH}`);
  await group(page, 'words')
    .getByRole('link', { name: `Only ${word?.label},` })
    .click();
  await expect(page).toHaveURL(`/?q=refinery+${word?.label}`);
  const within = await api(`q=refinery ${word?.label}`);
  expect(within.total.value).toBe(word?.count);
  await expectSame(page, within);
  await visit(`/?${SEARCH}`);
  await group(page, 'words')
    .getByRole('link', { name: `Leave out ${word?.label}` })
    .click();
  await expectSame(page, await api(`q=refinery -${word?.label}`));
});

test('of the whole archive nothing stands out, and that is said', async ({ page, visit }) => {
  await visit('/');
  await expect(page.getByRole('complementary', { name: 'About this search' })).toContainText(
    'These are all findings of the archive',
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('it stands on the page, as links', async ({ page, request, api }) => {
    const insight: Insight = await (await request.get(`/api/insight?${SEARCH}`)).json();
    const actor = first(insight, 'actor');
    await page.goto(`/?${SEARCH}`);
    await group(page, 'actors')
      .getByRole('link', { name: `Only ${actor.label},` })
      .click();
    await expectSame(page, await api(`${SEARCH}&actor=${actor.id}`));
  });
});
