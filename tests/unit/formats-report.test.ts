import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport, toReport } from '#indexer/read-report.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import { Report } from '#lib/report/report.ts';
import { parseSources, sourceByName, sourceByUrl, unknownPublisher } from '#lib/report/sources.ts';
import { sharedFile } from '../shared.ts';

const AT = '2026-01-01T00:00:00Z';
const sources = loadSources();

function read(path: string, text: string) {
  return toReport({ path, name: path, text }, AT, sources);
}

const seed = sharedFile('seed/unn-2025-03-01.txt');

describe.skipIf(!seed)('the seed', async () => {
  const name = seed ?? '';
  const outcome = seed ? await readReport({ path: 'unn-2025-03-01.txt', file: name, name }, AT, sources) : null;
  const report = outcome?.ok ? outcome.value : null;

  it('is read with its publisher, originator and dates', () => {
    expect(report).toMatchObject({
      title: 'russia demonstrates deepening relations with american adversaries - ISW',
      source: { id: 'unn' },
      originator: { id: 'institute-for-the-study-of-war' },
      lang: 'en',
      date: '2025-02-28',
      dateBasis: { from: 'text', year: { from: 'stamp', quote: '01.03.25' } },
      publishedAt: '2025-03-01T02:27:00Z',
    });
    expect(Report.parse(report)).toEqual(report);
  });

  it('has eight key findings in order, and passages without what surrounds the article', () => {
    const key = report?.findings.filter(({ kind }) => kind === 'key') ?? [];
    expect(key).toHaveLength(8);
    expect(key[0]?.text).toMatch(/^Zelenskiy and Trump/);
    expect(key[7]?.text).toMatch(/^Putin has instructed/);
    const passages = report?.findings.filter(({ kind }) => kind === 'passage') ?? [];
    expect(passages).toHaveLength(9);
    expect(passages.map(({ text }) => text).join('\n')).not.toMatch(/Recall|Details|views|Oval Office|frontlines/);
  });
});

describe('a report', () => {
  const text =
    'Ferry line reopens - ISW\nKyiv • UNN\nThe ferry sailed again on Sunday.\nKey findings for March 9:\n- The channel is open again.\n- The channel is open, again!\nConvoy waits10.03.25, 08:15 • 12 views\n';

  it('is whole, and each finding once', () => {
    const outcome = read('a/ferry.txt', text);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        title: 'Ferry line reopens - ISW',
        date: '2025-03-09',
        source: { id: 'unn' },
        originator: { id: 'institute-for-the-study-of-war' },
      },
    });
    expect(outcome.ok && Report.parse(outcome.value).findings.map(({ ordinal }) => ordinal)).toEqual([0, 1]);
  });

  it('keeps its id and those of its findings when it is read again, wherever the archive lies', () => {
    expect(read('a/ferry.txt', text)).toEqual(read('a/ferry.txt', text));
  });

  it('is none without text', () => {
    expect(read('a.html', '<html><script>var a = "one two three four five six";</script></html>')).toMatchObject({
      ok: false,
      reason: 'no text found',
    });
  });

  it('never throws, and is always of its shape', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'Key findings:\n',
        '- item of some words here\n',
        '<p>',
        '---\ntitle: a\n---\n',
        '01.03.25, 04:27 • 5 views\n',
        'https://a.example/b\n',
        'Kyiv • UNN\n',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom('a.txt', 'a.md', 'a.html'), fc.array(part, { maxLength: 12 }), (path, parts) => {
        const outcome = read(path, parts.join(''));
        if (outcome.ok) expect(Report.safeParse(outcome.value).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the publisher', () => {
  it('is found by name, alias or host', () => {
    expect(sourceByName(sources, 'isw')?.id).toBe('institute-for-the-study-of-war');
    expect(sourceByUrl(sources, 'https://en.unn.ua/news/x')?.id).toBe('unn');
    expect(sourceByUrl(sources, 'https://notunn.ua/news/x')).toBe(null);
  });

  it('has an id though it is unknown', () => {
    expect(unknownPublisher('Valley Desk', null)).toEqual({ id: 'valley-desk', name: 'Valley Desk', url: null });
    expect(unknownPublisher(null, 'https://www.valley.example/a/b')).toEqual({
      id: 'valley-example',
      name: 'valley.example',
      url: 'https://www.valley.example',
    });
    expect(unknownPublisher('Рось', null).id).toMatch(/^source-[0-9a-f]{8}$/);
    expect(unknownPublisher(null, null)).toEqual({ id: 'unknown', name: 'Unknown source', url: null });
  });

  it('is claimed once', () => {
    expect(() =>
      parseSources('[{id: a, name: A, url: null, timeZone: UTC}, {id: b, name: a, url: null, timeZone: UTC}]'),
    ).toThrow('claimed by a and by b');
    expect(() => parseSources('[{id: a, name: A, url: null, timeZone: Mars/Base}]')).toThrow('not a time zone');
  });

  it('is its own originator never', () => {
    expect(
      read(
        'a.md',
        '---\nsource: ISW\n---\n# A note - ISW\n\nAnalysts of the Critical Threats Project wrote a report of many pages.\n',
      ),
    ).toMatchObject({ ok: true, value: { originator: null } });
  });
});
