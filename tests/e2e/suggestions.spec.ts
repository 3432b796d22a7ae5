import type { Locator, Page } from '@playwright/test';
import { count, counted } from '#app/format.ts';
import { expect, test } from './fixtures.ts';
import { box, caret, expectSame, sentence } from './parts.ts';

const list = (page: Page): Locator => page.getByRole('listbox', { name: 'Suggestions' });
const option = (page: Page, name: string | RegExp): Locator => list(page).getByRole('option', { name });

test.describe('suggestions', () => {
  test('a name in any script offers its entity with its findings; a click filters by it', async ({
    page,
    visit,
    api,
  }) => {
    const found = await api('actor=volodymyr-zelensky');
    await visit('/');
    await box(page).pressSequentially('Зел');
    const zelensky = option(page, `Volodymyr Zelensky “Зеленський” person · ${counted(found.total.value, 'finding')}`);
    await zelensky.click();
    await expect(page).toHaveURL('/?actor=volodymyr-zelensky');
    await expect(box(page)).toHaveValue('');
    await expect(box(page)).toBeFocused();
    await expect(list(page)).toBeHidden();
    await expectSame(page, found);
    await page.goBack();
    await expect(page).toHaveURL('/');
  });

  test('by keys alone: down, the text’s own keys, Escape, Enter', async ({ page, visit, api }) => {
    await visit('/');
    await box(page).pressSequentially('drone Kursk Ob');
    const oblast = option(page, /^Kursk Oblast division/);
    // The list of what was typed before may still stand there.
    await expect(list(page).getByRole('option')).toHaveCount(1);
    await expect(oblast).toHaveAttribute('aria-selected', 'false');
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(oblast).toHaveAttribute('aria-selected', 'true');
    await expect(box(page)).toHaveAttribute('aria-activedescendant', (await oblast.getAttribute('id')) ?? '');
    await page.keyboard.press('Escape');
    await expect(list(page)).toBeHidden();
    await expect(box(page)).toHaveValue('drone Kursk Ob');
    await page.keyboard.press('Home');
    expect(await caret(page)).toBe(0);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowDown');
    await expect(oblast).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await expect(oblast).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/?q=drone&region=kursk-oblast');
    await expect(box(page)).toHaveValue('drone');
    await expectSame(page, await api('q=drone&region=kursk-oblast'));
  });

  test('Enter with no option chosen searches the words', async ({ page, visit, api }) => {
    await visit('/');
    await box(page).pressSequentially('Kursk');
    await expect(list(page)).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(list(page)).toBeHidden();
    await expectSame(page, await api('q=Kursk'));
  });

  test('a name after a minus is left out', async ({ page, visit, api }) => {
    await visit('/?q=drone');
    await box(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' -Зел');
    await option(page, /^not Volodymyr Zelensky/).click();
    await expect(page).toHaveURL('/?q=drone&not_actor=volodymyr-zelensky');
    await expectSame(page, await api('q=drone&not_actor=volodymyr-zelensky'));
  });

  test('help is offered where its sign fits, and puts it in', async ({ page, visit }) => {
    await visit('/');
    await box(page).pressSequentially('Kursk ');
    await expect(option(page, /^“a phrase” finds/)).toBeVisible();
    await option(page, /^-word leaves out/).click();
    await expect(box(page)).toHaveValue('Kursk -');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('drone');
    await expect(page).toHaveURL('/?q=Kursk+-drone');
  });

  test('every count of the API is the number of findings that a search by it finds', async ({ request, api }) => {
    for (const name of ['Зел', 'Kur', 'Ukr', 'Sitrep', 'Dip']) {
      const { values } = await (await request.get(`/api/suggest?name=${encodeURIComponent(name)}`)).json();
      expect(values.length).toBeGreaterThan(0);
      for (const { facet, id, count: findings } of values)
        expect((await api(`${facet}=${id}&facets=none`)).total.value, `${facet} ${id}`).toBe(findings);
    }
  });

  test('a parameter that the API does not know is refused', async ({ request }) => {
    const answer = await request.get('/api/suggest?name=Kur&q=drone');
    expect(answer.status()).toBe(400);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'unknown_parameter', param: 'q' });
  });
});

test.describe('searches before', () => {
  async function searchFor(page: Page, words: string): Promise<void> {
    await box(page).fill(words);
    await page.keyboard.press('Enter');
    await expect(sentence(page)).toContainText(`with ${words}`);
  }

  test('are offered in the empty box with their filters, and shown again', async ({ page, visit, api }) => {
    await visit('/?actor=russia');
    await searchFor(page, 'Kursk');
    await visit('/');
    await box(page).focus();
    await option(page, /^Kursk · Russia searched before/).click();
    await expect(page).toHaveURL('/?q=Kursk&actor=russia');
    await expect(box(page)).toHaveValue('Kursk');
    await expectSame(page, await api('q=Kursk&actor=russia'));
  });

  test('are eight at most, newest first; one is forgotten by its key or its cross, all by the last line', async ({
    page,
    visit,
  }) => {
    const words = Array.from({ length: 10 }, (_, index) => `Kursk ${count(index)}`);
    const kept = words.toReversed().slice(0, 8);
    await visit('/');
    for (const one of words) await searchFor(page, one);
    await box(page).fill('');
    const before = list(page).getByRole('option').filter({ hasText: 'searched before' });
    await expect(before).toContainText(kept);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Delete');
    await expect(before).toContainText(kept.slice(1));
    await before.first().getByTitle('Forget this search').click();
    await expect(before).toContainText(kept.slice(2));
    await option(page, 'Forget these searches').click();
    await expect(list(page)).toBeHidden();
    await page.reload();
    await box(page).focus();
    await page.keyboard.press('ArrowDown');
    await expect(list(page)).toBeHidden();
  });

  test('a browser that keeps nothing searches all the same', async ({ page, visit, api }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      }),
    );
    await visit('/');
    await searchFor(page, 'Kursk');
    await box(page).fill('');
    await expectSame(page, await api());
    await expect(list(page)).toBeHidden();
  });
});
