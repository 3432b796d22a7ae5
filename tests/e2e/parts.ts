import { expect, type Locator, type Page } from '@playwright/test';
import { counted } from '#app/format.ts';
import { entryId } from '#app/search/group.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import type { FindingHit, Hit, Result } from '#lib/search/result.ts';

const FACET_LABELS = {
  actor: 'Actor',
  region: 'Region',
  topic: 'Topic',
  source: 'Source',
  kind: 'Kind',
  lang: 'Language',
} satisfies Record<FacetId, string>;

export const sentence = (page: Page): Locator => page.getByRole('heading', { level: 1 });
export const results = (page: Page): Locator => page.getByRole('region', { name: 'Results' });
// A searchbox without JavaScript, a combobox with it.
export const box = (page: Page): Locator => page.getByLabel('Search the findings', { exact: true });
export const caret = (page: Page): Promise<number | null> =>
  box(page).evaluate((field) => (field as HTMLInputElement).selectionStart);
export const understood = (page: Page): Locator => results(page).getByRole('list', { name: 'How the words were read' });
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Filters' });
export const appliedFilters = (page: Page): Locator => page.getByRole('list', { name: 'Applied filters' });

/** All hits of a page, those too that are folded away. */
export const articles = (page: Page): Locator => results(page).getByRole('article', { includeHidden: true });

/** A hit's own. */
export function article(page: Page, hit: Hit): Locator {
  return articles(page).filter({ hasText: hit.type === 'finding' ? hit.text : hit.summary });
}

export const rows = (part: Locator): Locator => part.getByRole('listitem');

// The types of `getByRole` lack this role.
export const marks = (part: Locator): Locator => part.locator('role=mark[include-hidden=true]');

export function facet(page: Page, id: FacetId): Locator {
  return panel(page).getByRole('region', { name: FACET_LABELS[id] });
}

/** What the link of a value is called, chosen or not. */
export function valueName(id: FacetId, label: string): RegExp {
  // The count follows the label, and another label may begin with this one.
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^(Remove filter: )?${FACET_LABELS[id]} ${escaped}, \\d+$`);
}

/** The link that chooses a value; a chosen one's takes it off. */
export function valueLink(page: Page, id: FacetId, label: string): Locator {
  return facet(page, id).getByRole('link', { name: valueName(id, label) });
}

/** The days over the hits, as they stand on the page. */
export function days(page: Page): Promise<string[]> {
  return results(page)
    .getByRole('heading', { level: 2 })
    .getByRole('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
}

/** The page's number of results and its hits, in their order, are those of the API's answer. */
export async function expectSame(page: Page, { total, results: found, nothing }: Result): Promise<void> {
  // Of what is found with fewer of the words hits are shown as well.
  const hits = nothing ? nothing.closest : found;
  const noun = counted(total.value, hits[0]?.type ?? 'finding');
  await expect(sentence(page)).toContainText(total.value === 0 ? /^No / : new RegExp(`^${noun}\\b`));
  await expect.poll(() => idsOn(page), { message: 'the hits of the page' }).toEqual(hits.map(entryId));
  for (const [place, hit] of hits.entries()) {
    const text = hit.type === 'finding' ? hit.text : hit.findings.toString();
    await expect(articles(page).nth(place)).toContainText(text);
  }
}

/** The ids of the hits' articles. */
export function idsOn(page: Page): Promise<string[]> {
  return articles(page).evaluateAll((all) => all.map(({ id }) => id));
}

export function findingsIn({ results: hits }: Result): FindingHit[] {
  return hits.filter((hit) => hit.type === 'finding');
}

/** The values of a facet are those of the API's answer, with its counts. */
export async function expectCounts(page: Page, id: FacetId, { facets }: Result): Promise<void> {
  const { values = [] } = facets[id] ?? {};
  const names = values.map(
    ({ label, count, active }) => `${active ? 'Remove filter: ' : ''}${FACET_LABELS[id]} ${label}, ${count}`,
  );
  // All at once: hundreds of locators, each by role and name, take half a minute.
  const links = () =>
    facet(page, id)
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('aria-label')));
  await expect.poll(links).toEqual(expect.arrayContaining(names));
  for (const [at, { count }] of values.slice(0, 3).entries())
    await expect(facet(page, id).getByRole('link', { name: names[at] ?? '', exact: true })).toContainText(
      String(count),
    );
  const listed = facet(page, id).getByRole('listitem').filter({ hasNotText: 'Not tagged' });
  await expect(listed).toHaveCount(values.filter(({ label }) => label !== 'Not tagged').length);
}

/** The first of the API's values of a facet that is neither chosen nor `_none`, and finds less than all. */
export function firstValue({ facets, total }: Result, id: FacetId): { id: string; label: string; count: number } {
  const value = facets[id]?.values.find(
    (one) => !one.active && !one.excluded && one.id !== '_none' && one.count > 0 && one.count < total.value,
  );
  if (!value) throw new Error(`the sample has no ${id} to choose`);
  return value;
}

export const strip = (page: Page): Locator => page.getByRole('region', { name: 'Time', exact: true });
export const chart = (page: Page): Locator => strip(page).getByRole('group', { name: 'Days chosen' });
export const firstDay = (page: Page): Locator => strip(page).getByRole('slider', { name: 'First day' });
export const lastDay = (page: Page): Locator => strip(page).getByRole('slider', { name: 'Last day' });

/** Where the middle of a column of the strip is on the screen. */
export async function column(page: Page, index: number, { histogram }: Result): Promise<{ x: number; y: number }> {
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('the strip is not shown');
  return { x: box.x + ((index + 0.5) * box.width) / histogram.buckets.length, y: box.y + box.height / 2 };
}

export async function moveTo(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x, y, { steps: 6 });
}

/** The search by the days of columns, the last included. */
export function searchOf({ histogram: { buckets } }: Result, from: number, to: number): string {
  return `from=${buckets[from]?.from}&to=${buckets[to]?.from}`;
}

/** The first day of a column. */
export function dayOf({ histogram: { buckets } }: Result, index: number): string {
  return buckets[index]?.from ?? '';
}
