import { performance } from 'node:perf_hooks';
import { SITE } from '#indexer/serve/build.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { createMatcher } from '#lib/entities/matcher.ts';
import type { Query } from '#lib/search/query.ts';
import { countsOf, hitsOf, multiSearchBody, othersOf } from '#lib/search/request.ts';
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

/** All that is asked for an answer, in one request; the hits with the counts that go with them. */
function allAtOnce(query: Query): string {
  const { q } = wordsOf(query, matcher);
  const [hits, [counts, ...apart]] = [hitsOf(query, q), countsOf(query, q)];
  const together = hits.map(({ role, search }) => ({
    role,
    search: { ...search, facets: counts?.search.facets ?? [] },
  }));
  return JSON.stringify(multiSearchBody([...together, ...apart, ...othersOf(query, q)]));
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
  const body = allAtOnce(parsed.query);
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

/** `/api/search` beside the engine's own answer to all of it in one multi-search. */
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
