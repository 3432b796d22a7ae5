import { expect, test as playwright } from '@playwright/test';
import type { Result } from '#lib/search/result.ts';

interface Fixtures {
  /** What the console may say all the same, such as Chromium's own note of an answer that is not 200. */
  expectedErrors: RegExp[];
  quiet: undefined;
  /** `/api/search` with this query string. */
  api: (search?: string) => Promise<Result>;
  /** Goes to an address and waits until the page's scripts have taken over. */
  visit: (address: string) => Promise<void>;
}

/** Playwright's `test`, in which an error in the console or of the page fails the test. */
export const test = playwright.extend<Fixtures>({
  expectedErrors: [[], { option: true }],
  quiet: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      context.on('weberror', (error) => errors.push(String(error.error())));
      await use(undefined);
      const unexpected = errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)));
      expect(unexpected, 'errors in the console or of the page').toEqual([]);
    },
    { auto: true },
  ],
  api: async ({ request }, use) => {
    await use(async (search = '') => {
      // A kept connection may be closed by the site just when it is used again.
      const answer = await request.get(`/api/search?${search}`, { maxRetries: 2 });
      await expect(answer, `the API answers ${search}`).toBeOK();
      return answer.json();
    });
  },
  visit: async ({ page }, use) => {
    await use(async (address) => {
      await page.goto(address);
      const hydrated = () =>
        page.getByRole('main').evaluate((main) => Object.keys(main).some((key) => key.startsWith('__react')));
      await expect.poll(hydrated, { message: 'the page’s scripts run' }).toBe(true);
    });
  },
});

export { expect };
