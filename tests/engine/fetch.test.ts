import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchArchive } from '#indexer/fetch-archive.ts';
import { loadRegister } from '#lib/entities/load.ts';
import { openTestArchive, type TestArchive } from './harness.ts';

const PAGES: Record<string, string> = {
  '/ferry': 'Ukrainian crews reopened the ferry line at Odesa on March 9, 2025, after a month of repairs to the pier.',
  '/pass': 'Armenian rescuers cleared the pass above Meghri on March 10, 2025, before the evening convoy came through.',
};

let archive: TestArchive;
let site = '';
const server = createServer((request, response) => {
  const path = request.url ?? '';
  const text = PAGES[path];
  const items = Object.keys(PAGES).map((one) => `<item><title>${one}</title><link>${site}${one}</link></item>`);
  if (path === '/feed.xml')
    response
      .setHeader('content-type', 'application/rss+xml')
      .end(`<rss><channel><title>Desk</title>${items.join('')}</channel></rss>`);
  else if (text)
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        `<html lang="en"><head><title>News of ${path.slice(1)}</title></head><body><article><h1>News of ${path.slice(1)}</h1><p>${text}</p></article></body></html>`,
      );
  else response.writeHead(404).end();
});
beforeAll(async () => {
  archive = await openTestArchive();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await archive.close();
});

function fetchFeed() {
  return fetchArchive([{ url: `${site}/feed.xml` }], {
    ...{ client: archive.client, register: loadRegister(), dataFolder: join(archive.folder, 'data') },
    ...{ allowPrivate: true, limits: { interval: 10 } },
  });
}

it('a feed is fetched into the archive, and again only what changed', async () => {
  const first = await fetchFeed();
  expect(first).toMatchObject({ pages: { new: 2, failed: 0 }, reports: { added: 2, problems: 0 } });
  const { total, results } = await archive.find('q=ferry');
  expect(total.value).toBe(1);
  expect(results[0]).toMatchObject({ report: { title: 'News of ferry' } });

  expect(await fetchFeed()).toMatchObject({ pages: { new: 0, unchanged: 2 }, reports: { read: 0, unchanged: 2 } });

  PAGES['/ferry'] = `${PAGES['/ferry']} Two more ships are to follow in April.`;
  expect(await fetchFeed()).toMatchObject({ pages: { changed: 1 }, reports: { changed: 1, unchanged: 1 } });
  expect((await archive.find('q="two more ships"')).total.value).toBe(1);

  // A page that the feed names no more stays.
  delete PAGES['/pass'];
  await fetchFeed();
  expect((await archive.find('q=Meghri')).total.value).toBe(1);
});
