import { NONE } from '#lib/facets/kinds.ts';
import { expect, test } from './fixtures.ts';
import { appliedFilters, expectCounts, expectSame, facet, firstValue, panel, sentence, valueLink } from './parts.ts';

test('an actor, then a region, then without a topic', async ({ page, visit, api }) => {
  const all = await api();
  await visit('/');
  const actor = firstValue(all, 'actor');
  await valueLink(page, 'actor', actor.label).click();
  const byActor = await api(`actor=${actor.id}`);
  await expect(page).toHaveURL(`/?actor=${actor.id}`);
  await expectSame(page, byActor);
  expect(byActor.total.value).toBe(actor.count);

  const region = firstValue(byActor, 'region');
  await valueLink(page, 'region', region.label).click();
  const byBoth = await api(`actor=${actor.id}&region=${region.id}`);
  await expectSame(page, byBoth);
  expect(byBoth.total.value).toBe(region.count);
  for (const id of ['actor', 'region', 'topic', 'source', 'kind', 'lang'] as const)
    await expectCounts(page, id, byBoth);

  const topic = firstValue(byBoth, 'topic');
  await facet(page, 'topic')
    .getByRole('link', { name: `Leave out Topic ${topic.label}` })
    .click();
  const without = await api(`actor=${actor.id}&region=${region.id}&not_topic=${topic.id}`);
  await expectSame(page, without);
  expect(without.total.value).toBe(byBoth.total.value - topic.count);
  await expect(sentence(page)).toContainText(`about ${actor.label} in ${region.label}, not on ${topic.label}`);
});

test('a chosen value is current, and the facet says that one is selected', async ({ page, visit, api }) => {
  const { label } = firstValue(await api(), 'actor');
  await visit('/');
  await expect(valueLink(page, 'actor', label)).not.toHaveAttribute('aria-current');
  await valueLink(page, 'actor', label).click();
  await expect(valueLink(page, 'actor', label)).toHaveAttribute('aria-current', 'true');
  await expect(facet(page, 'actor').getByRole('heading')).toHaveText('Actor 1 selected');
  await expect(facet(page, 'region').getByRole('heading')).toHaveText('Region');
});

test('a value left out finds exactly the rest, and can be taken back', async ({ page, visit, api }) => {
  const all = await api();
  const { id, label, count } = firstValue(all, 'source');
  await visit('/');
  await facet(page, 'source')
    .getByRole('link', { name: `Leave out Source ${label}` })
    .click();
  await expect(page).toHaveURL(`/?not_source=${id}`);
  const rest = await api(`not_source=${id}`);
  await expectSame(page, rest);
  expect(rest.total.value).toBe(all.total.value - count);
  await facet(page, 'source')
    .getByRole('link', { name: `Remove filter: not Source ${label}` })
    .click();
  await expectSame(page, all);
});

test('the list of applied filters takes one off, and “Clear all” all', async ({ page, visit, api }) => {
  const actor = firstValue(await api(), 'actor');
  const { label } = firstValue(await api(`actor=${actor.id}`), 'kind');
  await visit(`/?q=drone&actor=${actor.id}&not_kind=passage&from=30d`);
  const remove = (name: string) => appliedFilters(page).getByRole('link', { name: `Remove filter: ${name}` });
  await expect(appliedFilters(page).getByRole('listitem')).toHaveCount(4);
  await expect(remove('Date the last 30 days')).toBeVisible();
  await remove(`Actor ${actor.label}`).click();
  await expect(page).toHaveURL('/?q=drone&not_kind=passage&from=30d');
  await expectSame(page, await api('q=drone&not_kind=passage&from=30d'));
  await expect(remove(`Actor ${actor.label}`)).toBeHidden();
  await expect(remove('Kind not Passage'), `which is not ${label}`).toBeVisible();
  await appliedFilters(page).getByRole('link', { name: 'Clear all' }).click();
  await expect(page).toHaveURL('/?q=drone');
  await expectSame(page, await api('q=drone'));
  await expect(appliedFilters(page)).toBeHidden();
});

test('choosing one actor leaves the other actors’ counts, and a second adds to the results', async ({
  page,
  visit,
  api,
}) => {
  const all = await api();
  const [first, second, ...others] = all.facets.actor?.values ?? [];
  await visit('/');
  await valueLink(page, 'actor', first?.label ?? '').click();
  await expect(facet(page, 'actor').getByRole('heading')).toContainText('1 selected');
  for (const { label, count } of [second, ...others].flatMap((value) => value ?? []))
    await expect(valueLink(page, 'actor', label)).toHaveAccessibleName(`Actor ${label}, ${count}`);
  await valueLink(page, 'actor', second?.label ?? '').click();
  const both = await api(`actor=${first?.id}&actor=${second?.id}`);
  await expectSame(page, both);
  expect(both.total.value).toBeGreaterThan(first?.count ?? 0);
  await expect(facet(page, 'actor').getByRole('heading')).toHaveText('Actor 2 selected');
});

test('“Show N more actors” lists up to 200, and “Show fewer actors” the first again', async ({ page, visit, api }) => {
  const [few, many] = [await api(), await api('facet_limit=200')];
  await visit('/');
  await expectCounts(page, 'actor', few);
  await panel(page)
    .getByRole('link', { name: /^Show .+ more actors$/ })
    .click();
  await expectCounts(page, 'actor', many);
  expect(many.facets.actor?.values.length).toBeGreaterThan(few.facets.actor?.values.length ?? 0);
  await expectSame(page, few);
  await panel(page).getByRole('link', { name: 'Show fewer actors' }).click();
  await expectCounts(page, 'actor', few);
});

test('a value that finds nothing stays, chosen or not', async ({ page, visit, api }) => {
  const { id, label } = firstValue(await api(), 'actor');
  await visit(`/?q=zzzzqq&actor=${id}`);
  await expect(sentence(page)).toContainText('No findings');
  await expect(valueLink(page, 'actor', label)).toContainText('0');
  await expect(facet(page, 'actor').getByRole('heading')).toHaveText('Actor 1 selected');
  await valueLink(page, 'actor', label).click();
  await expect(page).toHaveURL('/?q=zzzzqq');
  await expect(valueLink(page, 'actor', label)).toHaveAccessibleName(`Actor ${label}, 0`);
});

for (const id of ['actor', 'region'] as const) {
  test(`“Not tagged” of ${id} finds those that no other value finds`, async ({ page, visit, api }) => {
    const { missing = 0 } = (await api()).facets[id] ?? {};
    expect(missing).toBeGreaterThan(0);
    await visit('/');
    await valueLink(page, id, 'Not tagged').click();
    await expect(page).toHaveURL(`/?${id}=${NONE}`);
    const none = await api(`${id}=${NONE}`);
    await expectSame(page, none);
    expect(none.total.value).toBe(missing);
    const tags = none.results.flatMap((hit) => (id === 'actor' ? hit.actors : hit.regions));
    expect(tags).toEqual([]);
    await expect(facet(page, id).getByRole('heading')).toContainText('1 selected');
  });
}
