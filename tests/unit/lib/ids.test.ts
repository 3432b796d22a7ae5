import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, findingId, reportId, slug } from '#lib/report/ids.ts';

describe('the canonical address', () => {
  it.each([
    ['https://Example.org/a/b/?utm_source=x#top', 'https://example.org/a/b'],
    ['https://example.org/a?b=2&a=1', 'https://example.org/a?a=1&b=2'],
    ['https://user:word@example.org/a', 'https://example.org/a'],
  ])('of %s is %s', (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
  });

  // A template's mistake: one site's root on each of its pages would make one report of all.
  it.each(['http://example.org/', 'http://example.org', 'ftp://example.org/a', 'javascript:alert(1)', 'not a url', ''])(
    'there is none in %j',
    (url) => expect(canonicalUrl(url)).toBeNull(),
  );

  it('stays as it is when taken again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        if (once) expect(canonicalUrl(once)).toBe(once);
      }),
    );
  });
});

describe('ids', () => {
  it('of reports hang on the address, or else on the path, and on nothing else', () => {
    const url = 'https://example.org/report-one';
    expect(reportId({ url, path: 'a.html' })).toBe(reportId({ url, path: 'moved/b.html' }));
    expect(reportId({ url: null, path: 'a.txt' })).not.toBe(reportId({ url: null, path: 'b/a.txt' }));
    expect(reportId({ url: 'http://www.example.org/report-one', path: '' })).toBe(reportId({ url, path: '' }));
  });

  it('are what the engine takes for ids', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (path, text) => {
        const report = reportId({ url: null, path });
        expect(report).toMatch(/^[a-z0-9-]{1,100}$/);
        expect(findingId(report, text)).toMatch(/^[a-z0-9-]{1,120}$/);
      }),
    );
  });

  it('of findings do not change with case, punctuation and spacing', () => {
    expect(findingId('r', 'Russian forces  advanced.')).toBe(findingId('r', 'Russian forces advanced'));
    expect(findingId('r', 'Russian forces advanced')).not.toBe(findingId('r', 'Russian forces withdrew'));
  });

  it('make words of accents and nothing of other scripts', () => {
    expect(slug('Türkiye’s Größe')).toBe('turkiyes-gro-e');
    expect(slug('Київ')).toBe('x');
  });
});
