import type { Page } from '@playwright/test';
import { count } from '#app/format.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { expect, test } from './fixtures.ts';
import { expectCounts, expectSame, facet, firstValue, panel, results, rows, valueLink } from './parts.ts';

const field = (page: Page, plural: string) => panel(page).getByRole('searchbox', { name: `Search in ${plural}` });
const status = (page: Page) => facet(page, 'actor').getByRole('status');

test.describe('any or all', () => {
  test('is asked where two are chosen, and “all of them” finds what has both', async ({ page, visit, api }) => {
    const [one, two] = (await api()).facets.actor?.values ?? [];
    const chosen = `actor=${one?.id}&actor=${two?.id}`;
    await visit(`/?actor=${one?.id}`);
    const all = facet(page, 'actor').getByRole('link', { name: 'all of them' });
    await expect(all).toBeHidden();
    await valueLink(page, 'actor', two?.label ?? '').click();
    await all.click();
    const both = await api(`${chosen}&actor_op=all`);
    await expect(page).toHaveURL(/actor_op=all/);
    await expectSame(page, both);
    expect(both.total.value).toBeLessThan((await api(chosen)).total.value);
    await expect(all).toHaveAttribute('aria-current', 'true');
    await expectCounts(page, 'actor', both);
    await facet(page, 'actor').getByRole('link', { name: 'any of them' }).click();
    await expectSame(page, await api(chosen));
  });

  test('is not asked of what a finding has one of', async ({ page, visit, api }) => {
    const [one, two] = (await api()).facets.source?.values ?? [];
    await visit(`/?source=${one?.id}&source=${two?.id}`);
    await expect(facet(page, 'source').getByRole('heading')).toHaveText('Source 2 selected');
    await expect(facet(page, 'source').getByRole('link', { name: 'all of them' })).toBeHidden();
  });
});

test.describe('how much is listed', () => {
  test('is told, and how many more there are', async ({ page, visit, api }) => {
    const { values = [], size = 0 } = (await api()).facets.actor ?? {};
    await visit('/');
    await expect(panel(page).getByText('Numbers count findings.')).toBeVisible();
    const actors = facet(page, 'actor');
    await expect(actors).toContainText(`The ${values.length} most frequent of ${count(size)} are listed.`);
    const more = Math.min(200, size) - values.length;
    await actors.getByRole('link', { name: `Show ${count(more)} more actors` }).click();
    await expect(rows(actors).filter({ hasNotText: 'Not tagged' })).toHaveCount(Math.min(200, size));
    await expect(actors).toContainText(`The ${Math.min(200, size)} most frequent of ${count(size)} are listed.`);
    await visit('/?type=report');
    await expect(panel(page).getByText('Numbers count reports.')).toBeVisible();
  });

  test('is as many more as were promised, where few are found', async ({ page, visit, api }) => {
    const search = 'q=drone';
    const { values = [], size = 0 } = (await api(search)).facets.actor ?? {};
    const found = values.filter((value) => value.count > 0).length;
    expect(size).toBeGreaterThan(found);
    await visit(`/?${search}`);
    const actors = facet(page, 'actor');
    await actors.getByRole('link', { name: `Show ${count(size - found)} more actors` }).click();
    await expect(rows(actors).filter({ hasNotText: 'Not tagged' })).toHaveCount(size);
  });

  test('does not shrink with a filter: what finds nothing stays, greyed, as a link', async ({ page, visit, api }) => {
    const address = 'q=zzzzqq';
    const none = await api(address);
    await visit(`/?${address}`);
    for (const id of ['actor', 'region', 'topic', 'source', 'kind', 'lang'] as const) {
      await expectCounts(page, id, none);
      expect(none.facets[id]?.values.map((value) => value.count)).not.toContain(1);
    }
    const { id, label } = firstValue(await api(), 'actor');
    await valueLink(page, 'actor', label).click();
    await expect(page).toHaveURL(`/?${address}&actor=${id}`);
  });

  test('begins with what is chosen where that would stand far down', async ({ page, visit, api }) => {
    const all = (await api('facet_limit=1000')).facets.actor?.values ?? [];
    const last = all.at(-1);
    await visit(`/?actor=${last?.id}&facet_limit=1000`);
    await expect(rows(facet(page, 'actor')).first()).toContainText(last?.label ?? '');
    await expect(
      facet(page, 'actor').getByRole('link', { name: `Remove filter: Actor ${last?.label}, 1` }),
    ).toBeVisible();
  });

  test('can be folded away, and what is chosen is told all the same', async ({ page, visit, api }) => {
    const { id, label } = firstValue(await api(), 'actor');
    await visit(`/?actor=${id}`);
    await facet(page, 'actor').getByRole('heading').click();
    await expect(valueLink(page, 'actor', label)).toBeHidden();
    await expect(facet(page, 'actor').getByRole('heading')).toHaveText('Actor 1 selected');
  });
});

test.describe('a search in the values', () => {
  test('finds one by any name, tells which, and chooses it or leaves it out', async ({ page, visit, api, request }) => {
    const { values } = await (await request.get('/api/facets/actor?name=Зел')).json();
    const [{ id, label, count: found, alias }] = values;
    await visit('/');
    await field(page, 'actors').fill('Зел');
    await expect(rows(facet(page, 'actor'))).toHaveCount(values.length);
    const link = facet(page, 'actor').getByRole('link', { name: `Actor ${label}, “${alias}”, ${found}` });
    await expect(link).toContainText(alias);
    await expect(status(page)).toHaveText(`${values.length} actors by this name.`);
    await facet(page, 'actor')
      .getByRole('link', { name: `Leave out Actor ${label}` })
      .click();
    await expectSame(page, await api(`not_actor=${id}`));
    await expect(field(page, 'actors')).toHaveValue('Зел');
    await facet(page, 'actor')
      .getByRole('link', { name: `Remove filter: not Actor ${label}` })
      .click();
    await link.click();
    await expectSame(page, await api(`actor=${id}`));
    await field(page, 'actors').press('Escape');
    await expect(field(page, 'actors')).toHaveValue('');
    await expect(valueLink(page, 'actor', label)).toHaveAttribute('aria-current', 'true');
  });

  test('says that there is none, and how many there are', async ({ page, visit, request }) => {
    await visit('/');
    await field(page, 'actors').fill('zzzzqq');
    await expect(status(page)).toHaveText('No actor by the name “zzzzqq”.');
    await expect(rows(facet(page, 'actor'))).toHaveCount(0);
    const { truncated, values } = await (await request.get('/api/facets/actor?name=a')).json();
    expect(truncated).toBe(true);
    await field(page, 'actors').fill('a');
    await expect(status(page)).toContainText(`The first ${values.length} actors by this name`);
  });

  test('keeps the list in its place until there is an answer', async ({ page, visit, api }) => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/facets/**', async (route) => {
      await held;
      await route.continue();
    });
    await visit('/');
    await field(page, 'actors').fill('zele');
    await expect(status(page)).toHaveText('Looking …');
    await expectCounts(page, 'actor', await api());
    answer();
    await expect(status(page)).toContainText('by this name.');
  });

  test.describe('when the site does not answer', () => {
    test.use({ expectedErrors: [/status of 503/] });

    test('says so, and tries again', async ({ page, visit }) => {
      await page.route('**/api/facets/**', (route) => route.fulfill({ status: 503, body: '{}' }));
      await visit('/');
      await field(page, 'topics').fill('energy');
      const failed = facet(page, 'topic').getByRole('alert');
      await expect(failed).toContainText('could not be looked up');
      await page.unroute('**/api/facets/**');
      await failed.getByRole('button', { name: 'Try again' }).click();
      await expect(valueLink(page, 'topic', 'Energy')).toBeVisible();
      await expect(rows(facet(page, 'topic'))).toHaveCount(1);
    });
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('the closing link stays in sight, and Escape clears a field before it closes', async ({ page, visit, api }) => {
    const { total } = await api();
    await visit('/');
    await results(page).getByRole('link', { name: 'Filters' }).click();
    const close = panel(page).getByRole('link', { name: `Show ${count(total.value)} findings` });
    await field(page, 'topics').fill('zzzzqq');
    await expect(close).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(field(page, 'topics')).toHaveValue('');
    await expect(panel(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('any or all are links, and nothing is shown that does not work', async ({ page, api }) => {
    const [one, two] = (await api()).facets.region?.values.filter(({ id }) => id !== NONE) ?? [];
    await page.goto(`/?region=${one?.id}&region=${two?.id}`);
    await facet(page, 'region').getByRole('link', { name: 'all of them' }).click();
    await expectSame(page, await api(`region=${one?.id}&region=${two?.id}&region_op=all`));
    await expect(panel(page).getByRole('searchbox')).toHaveCount(0);
    await expect(facet(page, 'region').getByRole('button')).toHaveCount(0);
    await expect(rows(facet(page, 'region')).first()).toBeVisible();
  });
});
