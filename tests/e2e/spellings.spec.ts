import type { Result } from '#lib/search/result.ts';
import { expect, test } from './fixtures.ts';
import { expectSame, marks, results, understood } from './parts.ts';

const PERSON = 'volodymyr-zelensky';
const SPELLINGS = ['Zelenskyy', 'Zelenskiy', 'Зеленський'];

/** Ids of the hits that are tagged with the person. */
function tagged({ results: hits }: Result): string[] {
  return hits.filter(({ actors }) => actors.some(({ id }) => id === PERSON)).map(({ id }) => id);
}

test('each spelling finds what any of them finds', async ({ api }) => {
  const answers = await Promise.all(SPELLINGS.map((spelling) => api(`per_page=100&q=${encodeURIComponent(spelling)}`)));
  for (const answer of answers) {
    expect(answer.total.value, 'all hits are on one page').toBe(answer.results.length);
    const found = answer.results.map(({ id }) => id);
    for (const other of answers) expect(found).toEqual(expect.arrayContaining(tagged(other)));
    expect(tagged(answer).length).toBeGreaterThan(0);
  }
});

for (const spelling of SPELLINGS) {
  test(`${spelling}: the page tells what it was taken for, and can search as written`, async ({ page, visit, api }) => {
    const q = encodeURIComponent(spelling);
    const [all, written] = [await api(`q=${q}`), await api(`q=${q}&exact=1`)];
    await visit(`/?q=${q}`);
    await expectSame(page, all);
    const note = understood(page).getByRole('listitem').filter({ hasText: spelling });
    await expect(note).toContainText('also finds Volodymyr Zelensky');
    await results(page).getByRole('link', { name: 'Search as written' }).click();
    await expect(page).toHaveURL(`/?q=${q}&exact=1`);
    await expectSame(page, written);
    expect(written.total.value).toBeLessThan(all.total.value);
    for (const mark of await marks(results(page)).allTextContents())
      expect(mark.toLowerCase()).toBe(spelling.toLowerCase());
    await expect(note).toBeHidden();
    await results(page).getByRole('link', { name: 'Search every spelling' }).click();
    await expectSame(page, all);
  });
}
