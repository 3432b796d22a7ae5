import { chromium } from '@playwright/test';
import getPort from 'get-port';
import lighthouse, { type Result } from 'lighthouse';
import { SITE } from '#indexer/serve/build.ts';
import { browser as executable } from '#tests/browser.ts';
import { withSites } from './archive-site.ts';

type Print = (line: string) => void;

const ADDRESSES = ['/', '/?q=Zelenskyy&actor=russia'];
const METRICS = {
  'first-contentful-paint': 'FCP',
  'largest-contentful-paint': 'LCP',
  'total-blocking-time': 'TBT',
  'cumulative-layout-shift': 'CLS',
  'speed-index': 'SI',
};

/** Its scores depend on what happens to come first, a script or a paint; of so many runs the median tells. */
const RUNS = 5;

const percent = (score: number | null | undefined) => Math.round((score ?? 0) * 100);
const performanceOf = ({ categories }: Result) => percent(categories.performance?.score);

async function audit(address: string, port: number): Promise<Result> {
  const run = await lighthouse(address, { port, logLevel: 'error' });
  if (!run) throw new Error(`Lighthouse says nothing of ${address}`);
  return run.lhr;
}

async function auditOften(address: string, port: number, print: Print): Promise<void> {
  const runs: Result[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await audit(address, port));
  print(`  performance of ${RUNS} runs: ${runs.map(performanceOf).join(', ')}; of the median run:`);
  const [middle] = runs.toSorted((a, b) => performanceOf(a) - performanceOf(b)).slice(Math.floor(RUNS / 2));
  if (middle) printResult(middle, print);
}

function printResult({ categories, audits, runWarnings }: Result, print: Print): void {
  const scores = Object.values(categories).map(({ title, score }) => `${title} ${percent(score)}`);
  print(`  ${scores.join(', ')}`);
  print(
    `  ${Object.entries(METRICS)
      .map(([id, name]) => `${name} ${audits[id]?.displayValue}`)
      .join(', ')}`,
  );
  for (const { id, title, score, displayValue } of Object.values(audits))
    if (score !== null && score < 0.9) print(`  ${score.toFixed(2)} ${id}: ${title} ${displayValue ?? ''}`);
  for (const warning of runWarnings) print(`  ${warning}`);
}

/** What Lighthouse says of the search page on a mobile phone as it simulates one. */
export async function benchLighthouse(print: Print): Promise<void> {
  await withSites([SITE], 1, print, async ({ urls: [url] }) => {
    const port = await getPort();
    const browser = await chromium.launch({
      ...executable,
      args: [...executable.args, `--remote-debugging-port=${port}`],
    });
    try {
      for (const address of ADDRESSES) {
        print(address);
        await auditOften(`${url}${address}`, port, print);
      }
    } finally {
      await browser.close();
    }
  });
}
