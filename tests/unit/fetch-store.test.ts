import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Found } from '#indexer/discover/files.ts';
import { addressKey, Meta } from '#indexer/fetch/meta.ts';
import { originals } from '#indexer/fetch/originals.ts';
import { fetched, html, line, page, redirects, type Site, sends, serve, temporaryFolder } from './fetch-server.ts';

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

async function lines(...paths: string[]): Promise<string[]> {
  const outcomes = await fetched(
    folder,
    paths.map((path) => site.origin + path),
  );
  return outcomes.map((outcome) => line(outcome, site.origin));
}

async function found(): Promise<Found[]> {
  const all: Found[] = [];
  for await (const one of originals(folder)) if (one.ok) all.push(one.value);
  return all;
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function metaOf(file: string): Meta {
  return Meta.parse(JSON.parse(read(file.replace(/\.\w+$/, '.meta.json'))));
}

describe('an original', () => {
  it('is stored as it came, with what is known of it', async () => {
    site.pages['/reports/Daily%20Update'] = page('A report', {
      etag: '"1"',
      'last-modified': 'Mon, 03 Mar 2025 10:00:00 GMT',
    });
    site.pages['/moved'] = redirects('/reports/Daily%20Update');
    expect(await lines('/moved')).toEqual(['new /moved']);
    const [original, ...more] = await found();
    expect(more).toEqual([]);
    const url = `${site.origin}/reports/Daily%20Update`;
    expect(original).toEqual({
      path: expect.stringMatching(/^127\.0\.0\.1_\d+\/daily-20update-[0-9a-f]{10}\.html$/),
      file: join(folder, 'originals', original?.path ?? ''),
      name: url,
      root: join(folder, 'originals'),
      url,
    });
    expect(read(original?.file ?? '')).toBe(html('A report'));
    expect(metaOf(original?.file ?? '')).toMatchObject({
      url: `${site.origin}/moved`,
      finalUrl: url,
      etag: '"1"',
      lastModified: 'Mon, 03 Mar 2025 10:00:00 GMT',
      contentType: 'text/html; charset=utf-8',
      status: 200,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is asked for again with its ETag and date, and is unchanged at 304', async () => {
    const date = 'Mon, 03 Mar 2025 10:00:00 GMT';
    site.pages['/page'] = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else page('A report', { etag: '"1"', 'last-modified': date })(request, response);
    };
    expect(await lines('/page')).toEqual(['new /page']);
    const [original] = await found();
    const first = metaOf(original?.file ?? '');
    expect(await lines('/page')).toEqual(['unchanged /page']);
    expect(site.asked.at(-1)?.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': date });
    const second = metaOf(original?.file ?? '');
    expect({ ...second, checkedAt: '' }).toEqual({ ...first, checkedAt: '' });
    expect(second.checkedAt > first.checkedAt).toBe(true);
  });

  it('is unchanged when the same bytes come again', async () => {
    site.pages['/page'] = page('A report');
    expect([...(await lines('/page')), ...(await lines('/page'))]).toEqual(['new /page', 'unchanged /page']);
  });

  it('that was taken away is fetched whole again', async () => {
    site.pages['/page'] = (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end();
      else page('A report', { etag: '"1"' })(request, response);
    };
    await lines('/page');
    rmSync((await found())[0]?.file ?? '');
    expect(await lines('/page')).toEqual(['new /page']);
  });

  it('gives way to a changed page, and is kept in the history', async () => {
    for (const text of ['First', 'Second', 'Third']) {
      site.pages['/page'] = page(text);
      await lines('/page');
    }
    const [original, ...more] = await found();
    expect(more).toEqual([]);
    expect(read(original?.file ?? '')).toBe(html('Third'));
    const history = join(original?.file ?? '', '../history');
    expect(
      readdirSync(history)
        .sort()
        .map((name) => read(join(history, name))),
    ).toEqual([html('First'), html('Second')]);
    site.pages['/page'] = sends('application/pdf', '%PDF-1.7 Fourth');
    expect(await lines('/page')).toEqual(['changed /page']);
    expect((await found()).map(({ path }) => path.split('.').at(-1))).toEqual(['pdf']);
    expect(readdirSync(history)).toHaveLength(3);
  });

  it('stays when the page is gone, and is kept when the page has moved', async () => {
    site.pages['/page'] = page('A report');
    await lines('/page');
    delete site.pages['/page'];
    expect(await lines('/page')).toEqual(['failed /page: answered 404 not found']);
    const [original] = await found();
    expect(read(original?.file ?? '')).toBe(html('A report'));
    site.pages['/page'] = redirects('/new');
    site.pages['/new'] = page('Moved');
    await lines('/page');
    expect((await found()).map(({ name }) => name)).toEqual([`${site.origin}/new`]);
    expect(readdirSync(join(original?.file ?? '', '../history'))).toHaveLength(1);
  });

  it('that is in an encoding named by the header alone says so', async () => {
    const text = 'За добу ворог здійснив дев’ять атак поблизу Вигаданого.';
    const bytes = iconv.encode(`<p>${text}</p>`, 'windows-1251');
    site.pages['/page'] = sends('text/html; Charset="Windows-1251"', bytes);
    await lines('/page');
    const [original] = await found();
    expect(original?.charset).toBe('windows-1251');
    expect(readFileSync(original?.file ?? '')).toEqual(bytes);
  });

  it('with a meta file that cannot be read is told', async () => {
    site.pages['/page'] = page('A report');
    await lines('/page');
    const [original] = await found();
    const meta = original?.file.replace('.html', '.meta.json') ?? '';
    writeFileSync(meta, '{"url":');
    for await (const outcome of originals(folder)) expect(outcome).toMatchObject({ ok: false, source: meta });
    expect(await found()).toEqual([]);
    expect(await lines('/page')).toEqual(['new /page']);
  });
});

describe('names of originals', () => {
  it('stay within the folder, whatever the address', () => {
    for (const url of ['http://../x', 'http://.../%2e%2e/x', 'http://a/../../x', 'http://[::1]:80/x'])
      expect(addressKey(url)).toMatch(/^[a-z0-9_][a-z0-9._-]*\/[a-z0-9-]+$/);
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        expect(addressKey(url)).toMatch(/^[a-z0-9_][a-z0-9._-]*\/[a-z0-9-]+$/);
      }),
    );
  });
});

describe('a run that is killed', () => {
  it('leaves each original whole, and the next run completes', async () => {
    const whole = (letter: string) => `<!doctype html><p>${letter.repeat(3_000_000)}</p><!-- end -->`;
    let turn = 0;
    site.pages['/slow'] = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
    site.pages['/page'] = (_request, response) => {
      turn += 1;
      response.writeHead(200, { 'content-type': 'text/html' }).end(whole('abc'[turn % 3] ?? ''));
    };
    const program = `
      import { fetchSources } from '#indexer/fetch/fetch-sources.ts';
      const options = { dataFolder: ${JSON.stringify(folder)}, allowPrivate: true, limits: { interval: 1 } };
      for (;;) {
        const targets = ['/page', '/slow'].map((path) => ({ url: '${site.origin}' + path }));
        for await (const outcome of fetchSources(targets, options)) { process.stdout.write('.'); break; }
      }`;
    const allWhole = async () => {
      for (const { file } of await found())
        expect(read(file)).toMatch(/^<!doctype html><p>(a+|b+|c+)<\/p><!-- end -->$/);
    };
    for (let kill = 0; kill < 3; kill += 1) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
      await new Promise((resolve) => child.stdout.once('data', resolve));
      // Whoever reads meanwhile sees no half file either.
      for (const end = performance.now() + 400 + 37 * kill; performance.now() < end; ) await allWhole();
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      await allWhole();
    }
    expect(await found()).toHaveLength(1);
    site.pages['/page'] = page('At last');
    expect(await lines('/page')).toEqual(['changed /page']);
    const [original] = await found();
    expect(read(original?.file ?? '')).toBe(html('At last'));
    expect(existsSync(`${original?.file}.half`)).toBe(false);
  }, 60_000);
});
