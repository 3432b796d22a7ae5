import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  fetched,
  line,
  type Options,
  page,
  redirects,
  type Site,
  sends,
  serve,
  temporaryFolder,
} from './fetch-server.ts';

let site: Site;
let other: Site;
let folder = '';
let remove = () => {};
beforeEach(async () => {
  site = await serve({ '/page': page('A report') });
  other = await serve({ '/page': page('Another report') });
  ({ folder, remove } = temporaryFolder());
});
afterEach(async () => {
  await Promise.all([site.close(), other.close()]);
  remove();
});

async function lines(targets: string[], options: Options = {}): Promise<string[]> {
  const outcomes = await fetched(folder, targets, options);
  return outcomes.map((outcome) => line(outcome, site.origin).replaceAll(other.origin, 'other'));
}

function paths(): string[] {
  return site.asked.map(({ path }) => path);
}

describe('addresses of this machine and of private networks', () => {
  it.each([
    'http://127.0.0.1:9/page',
    'http://localhost:9/page',
    'http://2130706433:9/page',
    'http://[::1]:9/page',
    'http://[::ffff:127.0.0.1]:9/page',
    'http://[::ffff:a00:1]/page',
    'http://[64:ff9b::7f00:1]/page',
    'http://0.0.0.0:9/page',
    'http://10.1.2.3/page',
    'http://172.16.0.1/page',
    'http://192.168.1.1/page',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/page',
    'http://224.0.0.1/page',
    'http://[fe80::1]/page',
    'http://[fd00::1]/page',
    'http://[ff02::1]/page',
  ])('%s is refused', async (url) => {
    const outcomes = await fetched(folder, [url], { allowPrivate: false });
    expect(outcomes).toEqual([
      {
        ok: false,
        source: url,
        reason: 'its host is this machine or in a private network',
        remedy: 'leave it out, or allow private addresses if you trust it',
      },
    ]);
  });

  it('are not asked even for robots.txt, by address or by name', async () => {
    await lines([`${site.origin}/page`, `${site.origin.replace('127.0.0.1', 'localhost')}/page`], {
      allowPrivate: false,
    });
    expect(site.asked).toEqual([]);
  });

  it('are asked when that is allowed', async () => {
    expect(await lines([`${site.origin}/page`])).toEqual(['new /page']);
  });
});

describe('addresses that are no pages', () => {
  it.each([
    ['file:///etc/hostname', 'not a web address (file:)'],
    ['http://name:secret@127.0.0.1/page', 'its address holds a name or password'],
    ['http://', 'not an address'],
  ])('%s is refused', async (url, reason) => {
    expect(await lines([url])).toEqual([`failed ${url}: ${reason}`]);
  });

  it('a host that is not there is told', async () => {
    expect(await lines(['http://no-such-host.invalid/page'])).toEqual([
      expect.stringMatching(/^failed http:.*: (no such host|the host name could not be looked up)$/),
    ]);
    expect(await lines(['http://127.0.0.1:1/page'])).toEqual([
      expect.stringContaining('the host refused the connection'),
    ]);
  });
});

describe('redirects', () => {
  it('are followed to another host, which is asked for its own robots.txt', async () => {
    site.pages['/moved'] = redirects(`${other.origin}/page`);
    expect(await lines([`${site.origin}/moved`])).toEqual(['new /moved']);
    expect(other.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/page']);
  });

  it('are not followed to where that host does not allow it', async () => {
    site.pages['/moved'] = redirects(`${other.origin}/page`);
    other.pages['/robots.txt'] = sends('text/plain', 'User-agent: *\nDisallow: /page');
    expect(await lines([`${site.origin}/moved`])).toEqual([
      "failed /moved: redirects to other/page: its site's robots.txt does not allow it",
    ]);
    expect(other.asked.map(({ path }) => path)).toEqual(['/robots.txt']);
  });

  it.each([
    ['file:///etc/passwd', 'not a web address (file:)'],
    ['ftp://127.0.0.1/x', 'not a web address (ftp:)'],
    ['http://name:secret@127.0.0.1/', 'its address holds a name or password'],
    ['http://[', 'not an address'],
  ])('to %s end there', async (to, reason) => {
    site.pages['/moved'] = redirects(to);
    expect(await lines([`${site.origin}/moved`])).toEqual([`failed /moved: redirects to ${to}: ${reason}`]);
  });

  it('in a circle, or too many, end', async () => {
    site.pages['/a'] = redirects('/b');
    site.pages['/b'] = redirects('/a');
    for (let hop = 0; hop < 9; hop += 1) site.pages[`/hop${hop}`] = redirects(`/hop${hop + 1}`);
    expect(await lines([`${site.origin}/a`, `${site.origin}/hop0`])).toEqual(
      expect.arrayContaining(['failed /a: redirects in a circle', 'failed /hop0: redirects more than 5 times']),
    );
    expect(paths()).not.toContain('/hop6');
  });
});

describe('robots.txt', () => {
  const robots = (text: string) => {
    site.pages['/robots.txt'] = sends('text/plain', text);
  };

  it('is read once, and obeyed', async () => {
    robots('User-agent: *\nDisallow: /private\n');
    site.pages['/private/page'] = page('not for you');
    const targets = ['/page', '/private/page', '/private'].map((path) => site.origin + path);
    expect(await lines(targets)).toEqual(
      expect.arrayContaining([
        'new /page',
        "failed /private/page: its site's robots.txt does not allow it",
        "failed /private: its site's robots.txt does not allow it",
      ]),
    );
    expect(paths()).toEqual(['/robots.txt', '/page']);
  });

  it('is obeyed under the name that the User-Agent starts with', async () => {
    robots('User-agent: sitrep\nDisallow: /\n\nUser-agent: Bulletin\nAllow: /\n');
    const targets = [`${site.origin}/page`];
    expect(await lines(targets)).toEqual(["failed /page: its site's robots.txt does not allow it"]);
    expect(await lines(targets, { userAgent: 'Bulletin/2.0' })).toEqual(['new /page']);
    expect(site.asked.map(({ headers }) => headers['user-agent'])).toEqual([
      'Sitrep/0.1',
      'Bulletin/2.0',
      'Bulletin/2.0',
    ]);
  });

  it.each([404, 403])('that answers %i forbids nothing', async (status) => {
    site.pages['/robots.txt'] = (_request, response) => response.writeHead(status).end();
    expect(await lines([`${site.origin}/page`])).toEqual(['new /page']);
  });

  it.each([500, 503, 429])('that answers %i forbids all for now', async (status) => {
    site.pages['/robots.txt'] = (_request, response) => response.writeHead(status).end();
    expect(await lines([`${site.origin}/page`])).toEqual([
      `failed /page: its site's robots.txt answered ${status}, so that nothing of it may be fetched now`,
    ]);
    expect(paths()).not.toContain('/page');
  });

  it('that gives no reply forbids all for now', async () => {
    site.pages['/robots.txt'] = (request) => request.socket.destroy();
    expect(await lines([`${site.origin}/page`])).toEqual(['failed /page: the connection was cut']);
    expect(paths()).not.toContain('/page');
  });
});
