import type { Page, Route } from '@playwright/test';
import { counted } from '#app/format.ts';
import { expect, test } from './fixtures.ts';
import { articles, box, caret, expectSame, idsOn, marks, sentence, understood } from './parts.ts';

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
    const before = await idsOn(page);
    expect(before).not.toEqual([]);
    await box(page).fill('Kursk');
    await expect(sentence(page)).toContainText('Searching findings with Kursk');
    await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
    expect(await idsOn(page)).toEqual(before);
    held.open();
    await expectSame(page, await api('q=Kursk'));
  });

  test('are those in view at first, and all of them as soon as the reader scrolls', async ({ page, visit, api }) => {
    const found = await api('q=Kursk');
    await page.clock.install();
    await visit('/');
    // With the clock at a stand nobody rests.
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await box(page).fill('Kursk');
    const drawn = articles(page);
    await expect(marks(drawn.first())).toHaveText(/Kursk/);
    const few = await drawn.count();
    expect(few).toBeGreaterThan(0);
    expect(few).toBeLessThan(found.results.length);
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 300);
    await expect(drawn).toHaveCount(found.results.length);
    await page.clock.resume();
    await expectSame(page, found);
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
    const status = page.getByRole('status');
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

  test('words of the hits that are spelt nearly alike, and a way to do without', async ({ page, visit, api }) => {
    const found = await api('q=refinary');
    expect(found.query.alike).toEqual(['refinery']);
    await visit('/?q=refinary');
    const told = understood(page).getByRole('listitem');
    await expect(told).toHaveText(['also finds “refinery”, spelt nearly alike', 'Search as written']);
    await understood(page).getByRole('link', { name: 'Search as written' }).click();
    await expect(page).toHaveURL('/?q=refinary&exact=1');
    await expectSame(page, await api('q=refinary&exact=1'));
  });

  test('not the other names of what is asked for', async ({ api }) => {
    for (const q of ['Ukraine', 'USA', 'Zelenskiy', 'Russia&type=report', 'drone', 'attack'])
      expect((await api(`q=${q}`)).query.alike, q).toEqual([]);
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
