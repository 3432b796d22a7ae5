import { performance } from 'node:perf_hooks';
import { SITE } from '#indexer/serve/build.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { createMatcher } from '#lib/entities/matcher.ts';
import { multiSearchBody, toMultiSearch } from '#lib/search/request.ts';
import { parseQuery } from '#lib/search/url.ts';
import { wordsOf } from '#lib/search/words-of.ts';
import { withSites } from './archive-site.ts';
import { median } from './quantiles.ts';

const SEARCHES = [
  '',
  'q=Zelenskyy',
  'q=drone strikes refinery',
  'q="Kursk Oblast"&sort=newest',
  'actor=russia&region=ukraine',
  'q=ceasefire&actor=donald-trump&actor=vladimir-putin&not_topic=politics',
  'topic=strikes&from=2025-02-01&to=2025-02-28',
  'type=report&q=Pokrovsk',
];
const register = loadRegister();
const matcher = createMatcher([...register.all('actor'), ...register.all('region')]);
const ROUNDS = 60;
const WARM_UP = 10;

async function timed(url: string, init?: RequestInit): Promise<number> {
  const start = performance.now();
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - start;
}

/** Milliseconds of the same search through the site and of the engine alone, taken in turns. */
async function compare(
  site: string,
  engine: { host: string; key: string },
  text: string,
): Promise<{ api: number; raw: number }> {
  const parsed = parseQuery(new URLSearchParams(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const headers = {
    Authorization: `Bearer ${engine.key}`,
    'Content-Type': 'application/json',
    'Accept-Encoding': 'identity',
  };
  const body = JSON.stringify(multiSearchBody(toMultiSearch(parsed.query, wordsOf(parsed.query, matcher).q)));
  const [api, raw]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const through = await timed(`${site}/api/search?${text}`, { headers: { 'Accept-Encoding': 'identity' } });
    const alone = await timed(`${engine.host}/multi-search`, { method: 'POST', headers, body });
    if (round < WARM_UP) continue;
    api.push(through);
    raw.push(alone);
  }
  return { api: median(api), raw: median(raw) };
}

/** `/api/search` beside the engine's own answer to the same multi-search. */
export async function benchSearch(print: (line: string) => void, times: number): Promise<void> {
  await withSites([SITE], times, print, async ({ engine, findings, urls: [url = ''] }) => {
    print(`${findings} findings; medians of ${ROUNDS} rounds, in turns`);
    const key = await engine.searchKey();
    const sums = { api: 0, raw: 0 };
    for (const text of SEARCHES) {
      const { api, raw } = await compare(url, { host: engine.host, key }, text);
      const cells = [api.toFixed(1).padStart(7), raw.toFixed(1).padStart(7), (api / raw).toFixed(2).padStart(6)];
      print(`api ${cells[0]} ms  engine ${cells[1]} ms  ratio ${cells[2]}  ${text || '(all)'}`);
      sums.api += api;
      sums.raw += raw;
    }
    print(`all together: ratio ${(sums.api / sums.raw).toFixed(2)}`);
  });
}
