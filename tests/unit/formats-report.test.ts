import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '#indexer/outcome.ts';
import { type Reading, readReports, toReport } from '#indexer/read-report.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import { Report } from '#lib/report/report.ts';
import { parseSources, sourceByName, sourceByUrl, unknownPublisher } from '#lib/report/sources.ts';
import { itemsOf } from '#tests/items.ts';
import { sharedFile } from '#tests/shared.ts';

const sources = loadSources();
const reading = { archivedAt: '2026-01-01T00:00:00Z', sources };

async function read(path: string, text: string) {
  const { items } = await itemsOf(path, text);
  const [item] = items;
  if (!item) throw new Error(`nothing read from ${path}`);
  return item.ok ? toReport(item.value, { path, name: path, url: null }, reading) : item;
}

const seed = sharedFile('seed/unn-2025-03-01.txt');

describe.skipIf(!seed)('the seed', async () => {
  const name = seed ?? '';
  const found = { path: 'unn-2025-03-01.txt', file: name, name, root: '', url: null };
  const outcomes: Outcome<Reading>[] = [];
  if (seed) for await (const one of readReports(found, reading)) outcomes.push(one);
  const [outcome] = outcomes;
  const report = outcome?.ok ? outcome.value.report : null;

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

  it('is whole, and each finding once', async () => {
    const outcome = await read('a/ferry.txt', text);
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

  it('keeps its id and those of its findings when it is read again, wherever the archive lies', async () => {
    expect(await read('a/ferry.txt', text)).toEqual(await read('a/ferry.txt', text));
  });

  it('is none without text', async () => {
    expect(await read('a.html', '<html><script>var a = "one two three four five six";</script></html>')).toMatchObject({
      ok: false,
      reason: 'no text found',
    });
  });

  it('never throws, and is always of its shape', async () => {
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
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('a.txt', 'a.md', 'a.html'),
        fc.array(part, { maxLength: 12 }),
        async (path, parts) => {
          const outcome = await read(path, parts.join(''));
          if (outcome.ok) expect(Report.safeParse(outcome.value).success).toBe(true);
        },
      ),
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

  it('is its own originator never', async () => {
    expect(
      await read(
        'a.md',
        '---\nsource: ISW\n---\n# A note - ISW\n\nAnalysts of the Critical Threats Project wrote a report of many pages.\n',
      ),
    ).toMatchObject({ ok: true, value: { originator: null } });
  });
});
