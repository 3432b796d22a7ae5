import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchSources } from '#indexer/fetch/fetch-sources.ts';
import { fetched, page, quick, type Site, sends, serve, temporaryFolder } from './fetch-server.ts';

let sites: Site[] = [];
let folder = '';
let remove = () => {};
/** Requests under way at this moment, over all sites, and the most there were. */
let now = 0;
let most = 0;

beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  now = 0;
  most = 0;
  sites = await Promise.all([1, 2, 3, 4, 5, 6].map(() => serve()));
  for (const { pages } of sites) for (const name of ['a', 'b', 'c']) pages[`/${name}`] = slow(name);
});
afterEach(async () => {
  await Promise.all(sites.map((site) => site.close()));
  remove();
});

function slow(name: string): Site['pages'][string] {
  return (request, response) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      page(name)(request, response);
    }, 40);
  };
}

function firstSite(): Site {
  const [site] = sites;
  if (!site) throw new Error('no site is served');
  return site;
}

function gaps({ asked }: Site): number[] {
  return asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
}

function targets({ origin }: Site): string[] {
  return ['a', 'b', 'c'].map((name) => `${origin}/${name}`);
}

describe('a polite rate', () => {
  it('leaves a gap between requests to one host, though its pages come from several sources', async () => {
    const site = firstSite();
    await fetched(folder, targets(site), { limits: { interval: 100 } });
    expect(site.asked.map(({ path }) => path).sort()).toEqual(['/a', '/b', '/c', '/robots.txt']);
    expect(Math.min(...gaps(site))).toBeGreaterThanOrEqual(99);
    expect(most).toBe(1);
  });

  it('keeps the Crawl-delay of robots.txt, up to a bound', async () => {
    const site = firstSite();
    site.pages['/robots.txt'] = sends('text/plain', 'User-agent: *\nCrawl-delay: 3600');
    await fetched(folder, targets(site).slice(0, 2), { limits: { crawlDelay: 200 } });
    expect(Math.min(...gaps(site))).toBeGreaterThanOrEqual(199);
  });

  it('asks several hosts at once, but no more than allowed', async () => {
    const all = sites.flatMap(targets);
    const outcomes = await fetched(folder, all, { limits: { hosts: 4 } });
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(18);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });

  it('waits after a retry as after any request', async () => {
    const site = firstSite();
    let asked = 0;
    site.pages['/a'] = (request, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(503).end();
      else page('a')(request, response);
    };
    await fetched(folder, targets(site).slice(0, 2), { limits: { interval: 150 } });
    expect(gaps(site).at(-1)).toBeGreaterThanOrEqual(149);
  });
});

describe('stopping', () => {
  it('ends when the reader leaves', async () => {
    const all = sites.flatMap(targets).map((url) => ({ url }));
    const options = { dataFolder: folder, allowPrivate: true, limits: { ...quick, interval: 300 } };
    for await (const outcome of fetchSources(all, options)) if (outcome.ok) break;
    const asked = sites.flatMap((site) => site.asked).length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(sites.flatMap((site) => site.asked)).toHaveLength(asked);
  });

  it('ends when it is told to', async () => {
    const signal = AbortSignal.timeout(100);
    const outcomes = await fetched(folder, sites.flatMap(targets), { signal, limits: { interval: 60_000 } });
    expect(outcomes.filter(({ ok }) => ok).length).toBeLessThan(18);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe('stopped before it was fetched');
  });
});
