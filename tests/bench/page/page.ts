import { type Browser, chromium } from '@playwright/test';
import { SITE } from '#indexer/serve/build.ts';
import { browser as executable } from '#tests/browser.ts';
import { emptyPageScripts, pageScripts, sum } from '#tests/scripts.ts';
import { instantSearch } from '../apps.ts';
import { withSites } from '../archive-site.ts';
import { median, quantile } from '../quantiles.ts';
import { type Contender, ours, theirs } from './contender.ts';
import { keysToHits, timeToFirstHit } from './measure.ts';
import { wordsFor } from './words.ts';

type Print = (line: string) => void;
/** What was measured of either page, in the order of the contenders. */
type Pair = [number, number];

const WARM_UP = 3;
const VISITS = 21;
/** Each over all words. */
const ROUNDS = 4;

function row(print: Print, name: string, [our, their]: Pair, unit: string): void {
  const cells = [our, their].map((value) => `${value.toFixed(1).padStart(7)} ${unit}`);
  print(`${name.padEnd(34)} ours ${cells[0]}  InstantSearch ${cells[1]}  ratio ${(our / their).toFixed(2)}`);
}

/** What is measured of each, so many times, in turns. */
async function inTurns<T>(pair: [Contender, Contender], times: number, measure: (one: Contender) => Promise<T>) {
  const taken: [T[], T[]] = [[], []];
  for (let turn = 0; turn < times; turn++)
    for (const place of [0, 1] as const) taken[place].push(await measure(pair[place]));
  return taken;
}

async function printWeights(print: Print, [our, their]: [Contender, Contender]): Promise<void> {
  const [empty, ...pages] = await Promise.all([emptyPageScripts(), pageScripts(our.url), pageScripts(their.url)]);
  const [mine, other] = pages.map((weights) => sum(weights) / 1000) as Pair;
  const base = sum(empty) / 1000;
  row(print, 'JavaScript, gzipped', [mine, other], 'kB');
  row(print, `  above an empty page's ${base.toFixed(1)} kB`, [mine - base, other - base], 'kB');
}

async function printTimes(print: Print, browser: Browser, pair: [Contender, Contender]): Promise<void> {
  await inTurns(pair, WARM_UP, (one) => timeToFirstHit(browser, one, 1));
  for (const slowdown of [1, 4]) {
    const [mine, other] = await inTurns(pair, VISITS, (one) => timeToFirstHit(browser, one, slowdown));
    row(print, `first result, CPU ÷ ${slowdown}`, [median(mine), median(other)], 'ms');
  }
  const words = new Map(await Promise.all(pair.map(async (one) => [one, await wordsFor(one)] as const)));
  const [mine, other] = await inTurns(pair, ROUNDS, (one) => keysToHits(browser, one, words.get(one) ?? []));
  const [all, others] = [mine.flat(), other.flat()];
  for (const share of [0.5, 0.95]) {
    const name = `key to results, p${share * 100} of ${all.length} and ${others.length}`;
    row(print, name, [quantile(all, share), quantile(others, share)], 'ms');
  }
}

async function benchOver(print: Print, times: number): Promise<void> {
  await withSites([SITE, instantSearch], times, print, async ({ engine, findings, urls: [our = '', their = ''] }) => {
    const key = await engine.searchKey();
    const from = `${engine.host}/health`;
    const pair: [Contender, Contender] = [ours(our, from), theirs(their, from, { host: engine.host, key })];
    const browser = await chromium.launch(executable);
    try {
      print(`${findings} findings; medians of ${VISITS} visits, in turns`);
      await printWeights(print, pair);
      await printTimes(print, browser, pair);
    } finally {
      await browser.close();
    }
  });
}

/** The search page beside one of react-instantsearch with instant-meilisearch over the same index. */
export async function benchPage(print: Print): Promise<void> {
  await benchOver(print, 1);
  await benchOver(print, 20);
}
