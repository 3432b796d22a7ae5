import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { PAPER, THEME_LABELS, type Theme } from '#app/theme/theme.ts';
import { expect, test } from './fixtures.ts';
import { expectSame, results } from './parts.ts';

const ADDRESS = '/?q=Kursk&actor=russia';

const themeButton = (page: Page, theme: Theme) =>
  page.getByRole('group', { name: 'Colours' }).getByRole('button', { name: THEME_LABELS[theme] });

/** The paper as it is painted, as `#rrggbb`. */
function paper(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  });
}

async function choose(context: BrowserContext, theme: string, baseURL: string | undefined): Promise<void> {
  await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]);
}

for (const [system, theme] of [
  ['light', 'dark'],
  ['dark', 'light'],
] as const) {
  test.describe(`${theme} chosen where the system is ${system}`, () => {
    test.use({ colorScheme: system });

    test('the server’s own HTML says so, before any script', async ({ request }) => {
      const plain = await (await request.get('/')).text();
      expect(/<html[^>]*>/.exec(plain)?.[0]).not.toContain('data-theme');
      const html = await (await request.get('/', { headers: { Cookie: `theme=${theme}` } })).text();
      expect(/<html[^>]*>/.exec(html)?.[0]).toContain(`data-theme="${theme}"`);
      const colours = [...html.matchAll(/<meta name="theme-color" content="([^"]*)"/g)].map(([, colour]) => colour);
      expect(colours).toEqual([PAPER[theme], PAPER[theme]]);
      expect(html).toContain(`<meta name="color-scheme" content="${theme}"`);
    });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('the first picture has its paper', async ({ page, context, baseURL }) => {
        await choose(context, theme, baseURL);
        await page.goto('/', { waitUntil: 'commit' });
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await paper(page)).toBe(PAPER[theme]);
      });

      test('the switch chooses, and returns to the search', async ({ page, api }) => {
        await page.goto(ADDRESS);
        expect(await paper(page)).toBe(PAPER[system]);
        await themeButton(page, theme).click();
        await expect(themeButton(page, theme)).toHaveAttribute('aria-pressed', 'true');
        await expect(page).toHaveURL(ADDRESS);
        await expectSame(page, await api(ADDRESS.slice(2)));
        expect(await paper(page)).toBe(PAPER[theme]);
        await themeButton(page, 'system').click();
        await expect(themeButton(page, 'system')).toHaveAttribute('aria-pressed', 'true');
        expect(await paper(page)).toBe(PAPER[system]);
      });
    });

    test('the switch acts at once, is kept for a year, and can be undone', async ({ page, visit, context }) => {
      await visit(ADDRESS);
      await page.evaluate(() => Object.assign(window, { marker: 'the same page' }));
      const kept = page.waitForResponse('**/theme');
      await themeButton(page, theme).click();
      await expect(themeButton(page, theme)).toHaveAttribute('aria-pressed', 'true');
      expect(await paper(page)).toBe(PAPER[theme]);
      for (const meta of await page.locator('meta[name="theme-color"]').all())
        await expect(meta).toHaveAttribute('content', PAPER[theme]);
      expect(await page.evaluate(() => Object(window).marker)).toBe('the same page');
      await kept;
      const [cookie, ...more] = await context.cookies();
      expect(more).toEqual([]);
      expect(cookie).toMatchObject({ name: 'theme', value: theme, sameSite: 'Lax', path: '/' });
      const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400;
      expect(days).toBeGreaterThan(364);
      await page.reload();
      expect(await paper(page)).toBe(PAPER[theme]);
      const forgotten = page.waitForResponse('**/theme');
      await themeButton(page, 'system').click();
      expect(await paper(page)).toBe(PAPER[system]);
      await forgotten;
      expect(await context.cookies()).toEqual([]);
    });

    test('axe finds nothing', async ({ page, visit, context, baseURL }) => {
      await choose(context, theme, baseURL);
      await visit(ADDRESS);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    });
  });
}

test('a cookie that says anything else is the system’s', async ({ request }) => {
  for (const value of ['purple', '%22%3E%3Cscript%3E']) {
    const html = await (await request.get('/', { headers: { Cookie: `theme=${value}` } })).text();
    expect(/<html[^>]*>/.exec(html)?.[0]).not.toContain('data-theme');
  }
});

test('the switch never leads to another site', async ({ request, baseURL }) => {
  const ways = { 'https://elsewhere.example/?q=x': '/', [`${baseURL}//elsewhere.example/`]: '/elsewhere.example/' };
  for (const [referer, location] of Object.entries(ways)) {
    const answer = await request.post('/theme', { form: { theme: 'dark' }, headers: { referer }, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe(location);
  }
});

test('more contrast, where it is asked for, leaves no grey text', async ({ page, visit }) => {
  await visit(ADDRESS);
  const colours = () =>
    page.getByText('The archive of situation reports', { exact: true }).evaluate((motto) => ({
      motto: getComputedStyle(motto).color,
      ink: getComputedStyle(document.documentElement).color,
    }));
  const usual = await colours();
  expect(usual.motto).not.toBe(usual.ink);
  await page.emulateMedia({ contrast: 'more' });
  const more = await colours();
  expect(more.motto).toBe(more.ink);
});

test.describe('reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves while results change and dialogs open', async ({ page, visit, api }) => {
    await visit('/');
    const moving = () =>
      page.evaluate(() => document.getAnimations().filter(({ timeline }) => timeline === document.timeline).length);
    await page.route('**/api/search?**', async (route) => {
      expect(await moving()).toBe(0);
      await route.continue();
    });
    await results(page)
      .getByRole('link', { name: /^Reports/ })
      .first()
      .click();
    await expectSame(page, await api('type=report'));
    expect(await moving()).toBe(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await moving()).toBe(0);
  });
});
