import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import type { Contender, Shown } from './contender.ts';

const IN_PAGE = fileURLToPath(new URL('in-page.js', import.meta.url));
/** Between two keys: a fast typist's. */
const KEY_MS = 80;
/** Between two words, for what still goes on. */
const REST_MS = 200;

/** A word to type and what it is to find. */
export interface Word {
  word: string;
  hit: Shown;
}

/** What in-page.js puts into the page. */
declare global {
  var bench: { firstHit: Promise<number>; keyToHit: (hit: Shown) => Promise<number> };
}

/**
 * Opens a contender's page with nothing kept from before, from another site, as readers come: a blank page would lend it a
 * process that is at work already.
 */
async function open<T>(
  browser: Browser,
  { url, from }: Contender,
  slowdown: number,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(from);
    await page.addInitScript({ path: IN_PAGE });
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(url);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Milliseconds from the beginning of the navigation to the paint of the first hit. */
export function timeToFirstHit(browser: Browser, contender: Contender, slowdown: number): Promise<number> {
  return open(browser, contender, slowdown, (page) => page.evaluate(() => bench.firstHit));
}

/** Types words as a reader does: for each, milliseconds from its last key to the paint of what it finds. */
export function keysToHits(browser: Browser, contender: Contender, words: Word[]): Promise<number[]> {
  return open(browser, contender, 1, async (page) => {
    await page.waitForLoadState('networkidle');
    const box = contender.box(page);
    const times: number[] = [];
    for (const { word, hit } of words) {
      await box.fill('');
      await box.pressSequentially(word.slice(0, -1), { delay: KEY_MS });
      const time = page.evaluate((wanted) => bench.keyToHit(wanted), hit);
      await box.pressSequentially(word.slice(-1));
      times.push(await time);
      await page.waitForTimeout(REST_MS);
    }
    return times;
  });
}
