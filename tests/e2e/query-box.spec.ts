import type { Locator, Page, Route } from '@playwright/test';
import { count, counted } from '#app/format.ts';
import { expect, test } from './fixtures.ts';
import { box, expectSame, results, sentence, understood } from './parts.ts';

const ANSWERS = '**/api/search?**';
const DELAY_MS = 400;

/** An answer that comes late; nobody may wait for it any more. */
async function late(route: Route): Promise<void> {
  await new Promise((done) => setTimeout(done, DELAY_MS));
  await route.continue().catch(() => undefined);
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  return { opened, open: () => open() };
}

interface Counter {
  now: number;
  most: number;
  all: number;
}

/** Counts the searches that the page has under way at one time. */
function countSearches(): void {
  const counter: Counter = { now: 0, most: 0, all: 0 };
  const { fetch } = window;
  window.fetch = (input, init) => {
    const answer = fetch(input, init);
    if (!String(input).startsWith('/api/search')) return answer;
    let over = false;
    const end = () => {
      if (!over) counter.now--;
      over = true;
    };
    counter.all++;
    counter.now++;
    counter.most = Math.max(counter.most, counter.now);
    init?.signal?.addEventListener('abort', end);
    void answer.then(end, end);
    return answer;
  };
  Object.assign(window, { counter });
}

const counter = (page: Page): Promise<Counter> => page.evaluate(() => Object(window).counter);
const caret = (page: Page) => box(page).evaluate((field) => (field as HTMLInputElement).selectionStart);

test.describe('results while words are typed', () => {
  test('come without Enter, and the address follows', async ({ page, visit, api }) => {
    await visit('/');
    await box(page).pressSequentially('Kursk');
    await expect(page).toHaveURL('/?q=Kursk');
    await expectSame(page, await api('q=Kursk'));
    await box(page).fill('');
    await expect(page).toHaveURL('/');
    await expectSame(page, await api());
  });

  test('one burst is one step of Back; Enter makes it final', async ({ page, visit, api }) => {
    await visit('/?actor=russia');
    await box(page).pressSequentially('Kursk');
    await expect(page).toHaveURL('/?q=Kursk&actor=russia');
    await page.keyboard.press('Enter');
    await box(page).pressSequentially(' troops');
    await expect(page).toHaveURL('/?q=Kursk+troops&actor=russia');
    await page.goBack();
    await expectSame(page, await api('q=Kursk&actor=russia'));
    await expect(box(page)).toHaveValue('Kursk');
    await page.goBack();
    await expectSame(page, await api('actor=russia'));
    await expect(box(page)).toHaveValue('');
  });

  test('have one request under way at most, and far fewer than keys', async ({ page, visit, api }) => {
    const words = 'drone strikes on refineries';
    await page.addInitScript(countSearches);
    await page.route(ANSWERS, late);
    await visit('/');
    await box(page).pressSequentially(words, { delay: 30 });
    await expectSame(page, await api(`q=${words}`));
    const { most, all } = await counter(page);
    expect(most).toBe(1);
    expect(all).toBeGreaterThan(0);
    expect(all).toBeLessThan(words.length / 2);
  });

  test('are never those of a late answer', async ({ page, visit, api }) => {
    const old = gate();
    await page.route(ANSWERS, async (route) => {
      if (new URL(route.request().url()).searchParams.get('q') !== 'dr') return route.continue();
      await old.opened;
      await route.continue().catch(() => undefined);
    });
    await visit('/');
    await box(page).fill('dr');
    await expect(page).toHaveURL('/?q=dr');
    await box(page).fill('Kursk');
    const found = await api('q=Kursk');
    await expectSame(page, found);
    old.open();
    await page.waitForLoadState('networkidle');
    await expectSame(page, found);
  });

  test('keep the results before in place until they come', async ({ page, visit, api }) => {
    const held = gate();
    await page.route(ANSWERS, async (route) => {
      await held.opened;
      await route.continue();
    });
    await visit('/');
    const before = await results(page).getByRole('article').allTextContents();
    await box(page).fill('Kursk');
    await expect(sentence(page)).toContainText('Searching findings with Kursk');
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
    await expect(results(page).getByRole('article')).toHaveText(before);
    held.open();
    await expectSame(page, await api('q=Kursk'));
  });

  test('never cost a character, nor move the caret', async ({ page, visit }) => {
    await page.route(ANSWERS, late);
    await visit('/?q=Kursk+strike');
    await box(page).focus();
    await page.keyboard.press('Home');
    for (const _ of 'Kursk') await page.keyboard.press('ArrowRight');
    await page.keyboard.type(' drone and missile', { delay: 60 });
    await expect(page).toHaveURL('/?q=Kursk+drone+and+missile+strike');
    await expect(box(page)).toHaveValue('Kursk drone and missile strike');
    expect(await caret(page)).toBe('Kursk drone and missile'.length);
  });

  test('are said when the reader rests, not at each key', async ({ page, visit, api }) => {
    await visit('/');
    const status = page.getByRole('main').getByRole('status');
    await status.evaluate((element) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(element.textContent ?? '')).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await box(page).pressSequentially('Kursk', { delay: 50 });
    const { total } = await api('q=Kursk');
    const words = `${counted(total.value, 'finding')} with Kursk`;
    await expect(status).toHaveText(words);
    const said: string[] = await page.evaluate(() => Object(window).said);
    expect(said.at(-1)).toBe(words);
    expect(said.length).toBeLessThan('Kursk'.length);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).not.toHaveAttribute('aria-live');
  });
});

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

test.describe('how the words were read', () => {
  test('phrases, exclusions, and another name, which can be searched as written', async ({ page, visit, api }) => {
    const q = encodeURIComponent('Kharkov "the city" -drone');
    await visit(`/?q=${q}`);
    await expect(understood(page).getByRole('listitem')).toHaveText([
      'Kharkov → also finds Kharkiv',
      'Search as written',
      'phrase “the city”',
      'without “drone”',
    ]);
    await understood(page).getByRole('link', { name: 'Search as written' }).click();
    await expectSame(page, await api(`q=${q}&exact=1`));
  });

  test('a quotation mark that is missing, with a link to the words with it', async ({ page, visit, api }) => {
    await visit(`/?q=${encodeURIComponent('"Kursk Oblast')}`);
    await expect(understood(page).getByText('quotation mark')).toHaveCount(1);
    await understood(page).getByRole('link', { name: '"Kursk Oblast"' }).click();
    await expect(box(page)).toHaveValue('"Kursk Oblast"');
    await expectSame(page, await api(`q=${encodeURIComponent('"Kursk Oblast"')}`));
    await expect(understood(page)).toHaveText('phrase “Kursk Oblast”');
  });

  test('words past the tenth; of plain words nothing', async ({ page, visit }) => {
    await visit('/?q=the+of+and+in+to+a+on+for+by+with+eleven+twelve');
    await expect(understood(page).getByText('eleven')).toHaveText(
      'only the first ten words count, not “eleven”, “twelve”',
    );
    await visit('/?q=drone+strikes');
    await expect(understood(page)).toHaveCount(0);
  });
});
