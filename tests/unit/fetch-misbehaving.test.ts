import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { originals } from '#indexer/fetch/originals.ts';
import { fetched, html, line, type Options, page, type Site, sends, serve, temporaryFolder } from './fetch-server.ts';

let site: Site;
let folder = '';
let remove = () => {};
beforeEach(async () => {
  site = await serve();
  ({ folder, remove } = temporaryFolder());
});
afterEach(async () => {
  await site.close();
  remove();
});

/** What became of `/page`. */
async function outcome(options: Options = {}): Promise<string> {
  const outcomes = await fetched(folder, [`${site.origin}/page`], options);
  return outcomes.map((one) => line(one, site.origin)).join('\n');
}

function timesAsked(): number {
  return site.asked.filter(({ path }) => path === '/page').length;
}

/** Answers with these in turn, the last again and again. */
function inTurn(...answers: ((response: ServerResponse) => void)[]): void {
  let next = 0;
  site.pages['/page'] = (_request, response) => {
    answers[Math.min(next, answers.length - 1)]?.(response);
    next += 1;
  };
}

const well = (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end(html('A report'));
const head = { 'content-type': 'text/html' };

describe('a site in trouble', () => {
  it('is asked again when Retry-After says', async () => {
    inTurn((response) => void response.writeHead(429, { 'retry-after': '1' }).end(), well);
    expect(await outcome()).toBe('new /page');
    const [first, second] = site.asked.filter(({ path }) => path === '/page');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('is left when Retry-After says too long a time', async () => {
    inTurn((response) => void response.writeHead(503, { 'retry-after': '86400' }).end(), well);
    expect(await outcome()).toBe('failed /page: answered 503 service unavailable, and asks to wait (86400)');
    expect(timesAsked()).toBe(1);
  });

  it('is given up after the last retry', async () => {
    inTurn((response) => void response.writeHead(500).end());
    expect(await outcome()).toBe('failed /page: answered 500 internal server error');
    expect(timesAsked()).toBe(3);
  });

  it('is not asked again for what it does not have', async () => {
    inTurn((response) => void response.writeHead(403).end(), well);
    expect(await outcome()).toBe('failed /page: answered 403 forbidden');
    expect(timesAsked()).toBe(1);
  });

  it('is asked again when the connection is cut in the middle', async () => {
    const cut = (response: ServerResponse) => {
      response.writeHead(200, { ...head, 'content-length': '1000' }).write('<!doctype html>');
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    };
    inTurn(cut, well);
    expect(await outcome()).toBe('new /page');
    inTurn(cut);
    expect(await outcome()).toBe('failed /page: the connection was cut');
  });

  it.each([
    ['plain', {}, Buffer.from(html('half'))],
    ['compressed', { 'content-encoding': 'gzip' }, gzipSync(html('half'))],
  ])('that ends before the stated length gives no page: %s', async (_name, encoding, bytes) => {
    inTurn((response) => {
      response.writeHead(200, { ...head, ...encoding, 'content-length': '1000' }).write(bytes);
      setTimeout(() => response.socket?.end(), 20);
    });
    expect(await outcome()).toBe('failed /page: the connection was cut');
  });

  it('that ends in the middle of a compressed page gives no page', async () => {
    const whole = gzipSync(html('x'.repeat(5000)));
    inTurn(
      (response) => void response.writeHead(200, { ...head, 'content-encoding': 'gzip' }).end(whole.subarray(0, 40)),
    );
    expect(await outcome()).toBe('failed /page: its compressed reply is broken or cut');
  });

  it('that falls silent, or drips for ever, is left', async () => {
    inTurn((response) => void response.writeHead(200, head).write('<!doctype html>'));
    expect(await outcome()).toBe('failed /page: no reply in time');
    inTurn((response) => {
      const drip = setInterval(() => response.write('<p>'), 50);
      response.writeHead(200, head).on('close', () => clearInterval(drip));
    });
    expect(await outcome()).toBe('failed /page: not all there after 0.7 s');
  });

  it('with a reply that is no HTTP, or has huge headers, is left', async () => {
    inTurn((response) => void response.socket?.end('good morning\r\n\r\n'));
    expect(await outcome()).toContain('its reply is not HTTP');
    inTurn((response) => void response.writeHead(200, { ...head, 'x-much': 'x'.repeat(100_000) }).end());
    expect(await outcome()).toBe('failed /page: the headers of its reply are too large');
  });
});

describe('a page too large', () => {
  it('is cut off, whether its length is stated or it never ends', async () => {
    inTurn((response) => void response.writeHead(200, { ...head, 'content-length': '2000000000' }).write('<p>'));
    expect(await outcome()).toBe('failed /page: larger than 1.0 MB');
    let sent = 0;
    inTurn((response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536;
      };
      response.writeHead(200, head).on('drain', more);
      more();
    });
    expect(await outcome()).toBe('failed /page: larger than 1.0 MB');
    expect(sent).toBeLessThan(50_000_000);
  });

  it('is counted as it is when decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000));
    expect(bomb.length).toBeLessThan(250_000);
    inTurn((response) => void response.writeHead(200, { ...head, 'content-encoding': 'gzip' }).end(bomb));
    const before = process.memoryUsage().rss;
    expect(await outcome()).toBe('failed /page: larger than 1.0 MB');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    site.pages['/page'] = sends('application/gzip', bomb);
    expect(await outcome()).toBe('failed /page: larger than 1.0 MB');
  });
});

describe('what a page is', () => {
  it.each([
    ['image/png', 'x', 'not a kind of page that is stored (image/png)'],
    ['constructor', 'x', 'not a kind of page that is stored (constructor)'],
    ['video/mp4', 'x', 'not a kind of page that is stored (video/mp4)'],
    ['text/html', '\x89PNG\r\n\x1a\n', 'said to be text/html, but is a PNG image'],
    ['application/pdf', '{\\rtf1}', 'said to be application/pdf, but is an RTF document'],
    ['text/html', '', 'answered with nothing'],
    ['application/octet-stream', 'MZ', 'not a kind of page that is stored (application/octet-stream)'],
  ])('%s %j is refused', async (type, content, reason) => {
    site.pages['/page'] = sends(type, Buffer.from(content, 'latin1'));
    expect(await outcome()).toBe(`failed /page: ${reason}`);
  });

  it.each(['text/html', 'application/xhtml+xml', 'text/plain; charset=utf-8', 'application/json', 'TEXT/HTML'])(
    '%s is stored',
    async (type) => {
      site.pages['/page'] = sends(type, 'Some text');
      expect(await outcome()).toBe('new /page');
    },
  );

  it('is told by its bytes where the site does not say', async () => {
    site.pages['/page'] = (_request, response) => response.end('%PDF-1.7 and so on');
    expect(await outcome()).toBe('new /page');
  });

  it('is stored as it is when decompressed', async () => {
    const small = gzipSync(html('A report'));
    const headers = { 'content-encoding': 'gzip', 'content-length': `${small.length}` };
    site.pages['/page'] = (_request, response) => response.writeHead(200, { ...head, ...headers }).end(small);
    expect(await outcome()).toBe('new /page');
    for await (const one of originals(folder))
      expect(one.ok && readFileSync(one.value.file, 'utf8')).toBe(html('A report'));
  });

  it('in an unknown encoding is refused', async () => {
    site.pages['/page'] = page('x', { 'content-encoding': 'aes128gcm' });
    expect(await outcome()).toBe('failed /page: sent in an encoding that is not read (aes128gcm)');
  });
});
