import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { originals } from '#indexer/fetch/originals.ts';
import { counted, nothingFetched } from '#indexer/fetch/tally.ts';
import type { Target } from '#indexer/fetch/target.ts';
import { fetched, line, page, redirects, type Site, sends, serve, temporaryFolder } from './fetch-server.ts';

let site: Site;
let folder = '';
let remove = () => {};
beforeEach(async () => {
  site = await serve();
  for (const name of ['a', 'b', 'c', 'd', 'news/a', 'news/b']) site.pages[`/${name}`] = page(`Report ${name}`);
  ({ folder, remove } = temporaryFolder());
});
afterEach(async () => {
  await site.close();
  remove();
});

async function lines(target: Omit<Target, 'url'> & { url: string }): Promise<string[]> {
  const outcomes = await fetched(folder, [{ ...target, url: site.origin + target.url }]);
  return outcomes.map((outcome) => line(outcome, site.origin));
}

function paths(): string[] {
  return site.asked.map(({ path }) => path).filter((path) => path !== '/robots.txt');
}

async function reports(): Promise<string[]> {
  const found: string[] = [];
  for await (const one of originals(folder)) found.push(one.ok ? one.value.name.replace(site.origin, '') : one.reason);
  return found.sort();
}

function sitemap(...entries: [path: string, lastmod?: string][]): string {
  const urls = entries.map(
    ([path, lastmod]) => `<url><loc>${site.origin}${path}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`,
  );
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
}

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items}</channel></rss>`;

describe('a feed', () => {
  it('gives the pages of its items, relative addresses too, the newest first', async () => {
    site.pages['/feed/'] = sends(
      'application/rss+xml',
      rss(`<item><link>../a</link><pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate></item>
        <item><link>/b</link><pubDate>Wed, 05 Mar 2025 10:00:00 GMT</pubDate></item>
        <item><guid isPermaLink="true">${site.origin}/c</guid></item>
        <item><title>No address</title></item>`),
    );
    expect(await lines({ url: '/feed/' })).toEqual(['listed /feed/', 'new /b', 'new /a', 'new /c']);
    expect(await reports()).toEqual(['/a', '/b', '/c']);
  });

  it.each([
    [
      'Atom',
      'application/atom+xml',
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/news/"><title>t</title><entry><id>1</id><title>q</title>
       <link rel="edit" href="/d"/><link href="a"/><updated>2025-03-03T00:00:00Z</updated></entry></feed>`,
    ],
    [
      'RDF',
      'text/xml',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
       <channel rdf:about="x"><title>t</title><link>/</link></channel>
       <item rdf:about="y"><title>q</title><link>/news/a</link></item></rdf:RDF>`,
    ],
    [
      'JSON',
      'application/feed+json',
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 't', items: [{ id: '1', url: 'news/a' }] }),
    ],
    ['RSS said to be HTML', 'text/html', rss('<item><link>/news/a</link></item>')],
  ])('may be %s', async (_name, type, content) => {
    site.pages['/feed'] = sends(type, content);
    expect(await lines({ url: '/feed' })).toEqual(['listed /feed', 'new /news/a']);
  });

  it('is a report itself where its pages are not wanted', async () => {
    site.pages['/feed'] = sends('application/rss+xml', rss('<item><link>/a</link></item>'));
    expect(await lines({ url: '/feed', pages: false })).toEqual(['new /feed']);
    expect(await reports()).toEqual(['/feed']);
    expect(await lines({ url: '/feed' })).toEqual(['listed /feed', 'new /a']);
    expect(await reports()).toEqual(['/a']);
  });

  it('tells of items whose addresses are none, or are not there, and goes on', async () => {
    site.pages['/feed'] = sends(
      'application/rss+xml',
      rss(
        '<item><link>mailto:desk@example.org</link></item><item><link>/gone</link></item><item><link>/a</link></item>',
      ),
    );
    expect((await lines({ url: '/feed' })).sort()).toEqual([
      'failed /gone: answered 404 not found',
      'failed mailto:desk@example.org: not a web address (mailto:)',
      'listed /feed',
      'new /a',
    ]);
  });

  it('that is not changed still gives the pages that were not fetched', async () => {
    site.pages['/feed'] = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end();
      const headers = { 'content-type': 'application/rss+xml', etag: '"1"' };
      return response.writeHead(200, headers).end(rss('<item><link>/a</link></item><item><link>/late</link></item>'));
    };
    expect(await lines({ url: '/feed' })).toEqual(['listed /feed', 'new /a', 'failed /late: answered 404 not found']);
    site.pages['/late'] = page('Late');
    expect(await lines({ url: '/feed' })).toEqual(['listed /feed', 'unchanged /a', 'new /late']);
  });

  it('that is none is told', async () => {
    expect(await lines({ url: '/a', kind: 'feed' })).toEqual(['failed /a: a feed that cannot be read']);
    expect(await lines({ url: '/b', kind: 'sitemap' })).toEqual(['failed /b: not a sitemap']);
  });

  it('fetches a page once, whatever leads to it', async () => {
    site.pages['/r1'] = redirects('/a');
    site.pages['/r2'] = redirects('/a');
    const items = ['/r1', '/r2', '/a', '/a?utm_source=feed'].map((link) => `<item><link>${link}</link></item>`);
    site.pages['/feed'] = sends('application/rss+xml', rss(items.join('')));
    const outcomes = await lines({ url: '/feed' });
    expect(outcomes).toEqual(['listed /feed', 'new /r1']);
    expect(await reports()).toEqual(['/a']);
  });
});

describe('a sitemap', () => {
  it('gives the newest pages up to the limit, without those left out, and counts these', async () => {
    site.pages['/sitemap.xml'] = sends(
      'application/xml',
      sitemap(
        ['/a', '2025-01-01'],
        ['/news/a', '2025-03-01'],
        ['/news/b', '2025-03-02T10:00:00+02:00'],
        ['/d'],
        ['/c', '2025-03-03'],
      ),
    );
    const url = `${site.origin}/sitemap.xml`;
    const target = { url, since: '2025-02-01', limit: 2, exclude: ['/c'] };
    const outcomes = await fetched(folder, [target]);
    expect(outcomes.map((outcome) => line(outcome, site.origin))).toEqual([
      'listed /sitemap.xml',
      'new /news/b',
      'new /news/a',
    ]);
    expect(outcomes[0]).toEqual({
      ok: true,
      value: { state: 'listed', url, pages: 2, left: { excluded: 1, older: 1, overLimit: 1 } },
    });
    expect(outcomes.reduce(counted, nothingFetched)).toEqual({ ...nothingFetched, new: 2, leftOut: 3 });
  });

  it('may be an index of sitemaps, gzipped ones too, of which old ones are left', async () => {
    const index = ['old.xml', 'one.xml.gz', 'two.xml', 'gone.xml'].map(
      (name) =>
        `<sitemap><loc>${site.origin}/${name}</loc><lastmod>${name === 'old.xml' ? '2024' : '2025'}-03-01</lastmod></sitemap>`,
    );
    site.pages['/index.xml'] = sends(
      'text/xml',
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${index.join('')}</sitemapindex>`,
    );
    site.pages['/one.xml.gz'] = sends('application/x-gzip', gzipSync(sitemap(['/a', '2025-02-01'])));
    site.pages['/two.xml'] = sends('application/xml', sitemap(['/b', '2025-02-02'], ['/c', '2025-02-03']));
    expect(await lines({ url: '/index.xml', since: '2025-01-01', limit: 2 })).toEqual([
      'failed /gone.xml: answered 404 not found',
      'listed /index.xml',
      'new /c',
      'new /b',
    ]);
    expect(paths()).not.toContain('/old.xml');
    expect(await reports()).toEqual(['/b', '/c']);
  });

  it('that leads to itself ends', async () => {
    site.pages['/index.xml'] = sends(
      'text/xml',
      `<sitemapindex><sitemap><loc>${site.origin}/index.xml</loc></sitemap></sitemapindex>`,
    );
    expect(await lines({ url: '/index.xml' })).toEqual(['listed /index.xml']);
  });

  it('of an index beyond the bound is told', async () => {
    const index = ['1', '2', '3'].map((name) => `<sitemap><loc>${site.origin}/${name}.xml</loc></sitemap>`);
    site.pages['/index.xml'] = sends('text/xml', `<sitemapindex>${index.join('')}</sitemapindex>`);
    for (const name of ['1', '2', '3']) site.pages[`/${name}.xml`] = sends('text/xml', sitemap(['/a']));
    const outcomes = await fetched(folder, [`${site.origin}/index.xml`], { limits: { sitemaps: 1 } });
    expect(outcomes.map((outcome) => line(outcome, site.origin))).toEqual([
      'failed /index.xml: 2 of its sitemaps are left out',
      'listed /index.xml',
      'new /a',
    ]);
  });

  it('with an encoding named by the header alone is read', async () => {
    site.pages['/звіт'] = page('x');
    site.pages[encodeURI('/звіт')] = page('x');
    site.pages['/sitemap.xml'] = sends(
      'text/xml; charset=windows-1251',
      iconv.encode(`<urlset><url><loc>${site.origin}/звіт</loc></url></urlset>`, 'windows-1251'),
    );
    expect(await lines({ url: '/sitemap.xml' })).toEqual(['listed /sitemap.xml', `new ${encodeURI('/звіт')}`]);
  });

  it('that is a bomb of entities is told, or read without them', async () => {
    const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
    const content = `<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY e0 "ha">${entities.join('')}]><urlset><url><loc>&e9;</loc></url></urlset>`;
    site.pages['/sitemap.xml'] = sends('text/xml', content);
    const [first] = await lines({ url: '/sitemap.xml' });
    expect(first).toMatch(/^failed \/sitemap.xml: a sitemap that cannot be read$|^listed/);
  });
});

describe('every', () => {
  it('leaves a source alone until it is due', async () => {
    site.pages['/feed'] = redirects('/moved');
    site.pages['/moved'] = sends('application/rss+xml', rss('<item><link>/a</link></item>'));
    expect(await lines({ url: '/feed', every: 60_000 })).toEqual(['listed /feed', 'new /a']);
    const asked = site.asked.length;
    expect(await lines({ url: '/feed', every: 60_000 })).toEqual(['not due /feed']);
    expect(site.asked).toHaveLength(asked);
    expect(await lines({ url: '/feed', every: 1 })).toEqual(['listed /feed', 'unchanged /a']);
  });
});
