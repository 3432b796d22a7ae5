import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSourcesFile, readSourcesFile } from '#indexer/fetch/sources-file.ts';
import { matchesPattern } from '#indexer/fetch/target.ts';
import { temporaryFolder } from './fetch-server.ts';

function fault(text: string): string {
  const outcome = parseSourcesFile(text, 'sources.yaml');
  return outcome.ok ? 'fine' : `${outcome.source}: ${outcome.reason}; ${outcome.remedy}`;
}

describe('a sources file', () => {
  it('lists sources', () => {
    const text = `
- url: https://example.org/feed.xml
  kind: feed
  pages: false
  every: 12h
- url: https://example.org/sitemap.xml
  include: [/reports/*, https://example.org/news/]
  exclude: [/reports/drafts/]
  limit: 50
  since: 2025-01-31
- url: https://example.org/page
`;
    expect(parseSourcesFile(text, 'sources.yaml')).toEqual({
      ok: true,
      value: [
        { url: 'https://example.org/feed.xml', kind: 'feed', pages: false, every: 43_200_000 },
        {
          url: 'https://example.org/sitemap.xml',
          include: ['/reports/*', 'https://example.org/news/'],
          exclude: ['/reports/drafts/'],
          limit: 50,
          since: '2025-01-31',
        },
        { url: 'https://example.org/page' },
      ],
    });
  });

  const first = '- url: https://example.org/a\n';
  it.each([
    [`${first}- kind: feed\n`, 'line 2: `url` is missing; write a full address, as url: https://example.org/feed.xml'],
    [`${first}- url: example.org\n`, 'line 2: `url` is not right; write a full address'],
    [`${first}- url: ftp://example.org/\n`, 'line 2: `url` is not right; write a full address'],
    [`${first}  kind: atom\n`, 'line 2: `kind` is not right; write feed, sitemap or page'],
    [`${first}  limit: many\n`, 'line 2: `limit` is not right; write a whole number above 0'],
    [`${first}\n\n  since: 2025-02-30\n`, 'line 4: `since` is not right; write a day'],
    [`${first}  every: 1 hour\n`, 'line 2: `every` is not right; write a number and m, h, d or w'],
    [`${first}  include: /a\n  pages: 1\n`, 'line 2: `include` is not right (and 1 more); write a list'],
    [`${first}  include:\n    - /a\n    - 7\n`, 'line 4: `include` is not right; write a list'],
    [`${first}  allowPrivate: true\n`, 'line 2: `allowPrivate` is not known; the keys are url, kind, pages'],
    [`${first}${first}`, 'line 2: `url` is that of entry 1 again; remove one of the two'],
    ['url: https://example.org/a\n', 'line 1: not a list of sources; write each source as "- url:'],
    ['- https://example.org/a\n', 'line 1: not a list of sources; write each source as "- url:'],
    ['', 'line 1: not a list of sources; write each source as "- url:'],
    [`${first}- url: "https://example.org\n`, 'line 3: not YAML: Missing closing "quote;'],
    [`${first}  url: https://example.org/b\n`, 'line 2: not YAML: Map keys must be unique;'],
  ])('%j is told with its line', (text, message) => {
    expect(fault(text)).toContain(`sources.yaml: ${message}`);
  });

  it('with aliases that make it too large is told', () => {
    const lines = Array.from({ length: 9 }, (_, at) => `- &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`);
    expect(fault(`- &a0 x\n${lines.join('\n')}\n`)).toContain('not a list of sources');
  });

  it('is never thrown over', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseSourcesFile(text, 'sources.yaml')));
  });

  it('is read from disk, and told where it is not there', async () => {
    const { folder, remove } = temporaryFolder();
    const file = join(folder, 'sources.yaml');
    expect(await readSourcesFile(file)).toMatchObject({ ok: false, source: file, reason: 'there is no such file' });
    expect(await readSourcesFile(folder)).toMatchObject({ ok: false, reason: 'cannot be read (EISDIR)' });
    writeFileSync(file, first);
    expect(await readSourcesFile(file)).toEqual({ ok: true, value: [{ url: 'https://example.org/a' }] });
    remove();
  });
});

describe('a pattern', () => {
  const url = 'https://example.org/news/2025/daily.html?page=2';
  it.each([
    ['https://example.org/news/', true],
    ['https://example.com/', false],
    ['/news', true],
    ['/news$', false],
    ['/2025', false],
    ['*/2025/', true],
    ['/news/*/daily', true],
    ['/*.html', true],
    ['/*.html$', false],
    ['/*page=2$', true],
    ['/news/2025/daily.html?page=2$', true],
    ['/daily*news', false],
    ['.*', false],
  ])('%s', (pattern, matches) => {
    expect(matchesPattern(url, pattern)).toBe(matches);
  });

  it('matches as the regular expression would that it stands for, in no more than linear time', () => {
    const parts = fc.array(fc.constantFrom('/', 'a', 'b', 'ab', '*'), { maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 10 }),
        parts,
        fc.boolean(),
        (path, pattern, end) => {
          const text = `/${path.join('')}`;
          const glob = `/${pattern.join('')}${end ? '$' : ''}`;
          const { pathname, host } = new URL(`https://h${text}`);
          fc.pre(host === 'h');
          const expression = new RegExp(`^${glob.replace(/\*/g, '.*')}`);
          expect(matchesPattern(`https://h${text}`, glob)).toBe(expression.test(pathname));
        },
      ),
    );
    expect(matchesPattern(`https://h/${'a'.repeat(50_000)}`, `/${'*a'.repeat(50)}*b`)).toBe(false);
  });
});
