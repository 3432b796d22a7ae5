import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDatesOf } from '#indexer/dates/dates.ts';
import { findDates } from '#indexer/dates/find-dates.ts';
import { publicationOf } from '#indexer/dates/published.ts';
import { hasViews, stampOf } from '#indexer/dates/stamps.ts';
import { dayNear } from '#indexer/dates/years.ts';
import type { Block, Metadata } from '#indexer/formats/format.ts';

const SILENT: Metadata = { title: null, url: null, source: null, lang: null, date: null, published: null };

function dates(title: string, lines: string[], metadata: Partial<Metadata> = {}, zone = 'UTC') {
  const blocks = lines.map(
    (line): Block =>
      line.startsWith('# ') ? { kind: 'heading', text: line.slice(2) } : { kind: 'paragraph', text: line },
  );
  return findDatesOf({ title, metadata: { ...SILENT, ...metadata }, blocks, zone });
}

const FINDING = 'The pass is open to lorries again.';

describe('a stamp', () => {
  it.each(['27 February 2026, 07:57 IST', '07:57 IST, 27 February 2026', 'Published: 27 February 2026 07:57 (IST)'])(
    'is read with a zone that no table has: %s',
    (text) =>
      expect(stampOf(text)).toMatchObject({ day: '2026-02-27', clock: { hours: 7, minutes: 57 }, place: 'line' }),
  );

  it('with views is looked for at the end alone', () => {
    const start = performance.now();
    expect(hasViews('1,'.repeat(80_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(200);
    expect(hasViews(`${'word '.repeat(100)}01.03.25, 04:27 • 102020 views`)).toBe(true);
    expect(hasViews('A clip drew 2,000,000 views')).toBe(false);
  });
});

describe('dates in text', () => {
  it.each([
    ['on February 28, 2025', '2025-2-28'],
    ['Feb. 3rd, 2025', '2025-2-3'],
    ['the 14th of February, 2026', '2026-2-14'],
    ['overnight on February 27-28', 'null-2-28'],
    ['за 23 січня', 'null-1-23'],
    ['1 марта 2025 г.', '2025-3-1'],
    ['3. März 2025', '2025-3-3'],
    ['01.03.25', '2025-3-1'],
    ['2025-03-01', '2025-3-1'],
    ['2/28/2025', '2025-2-28'],
    ['28/02/2025', '2025-2-28'],
  ])('%s', (text, expected) => {
    expect(findDates(text).map(({ year, month, day }) => `${year}-${month}-${day}`)).toEqual([expected]);
  });

  it.each([
    '2024-13-45',
    '31.02.2025',
    'February 30',
    'open 24/7',
    'it may 5 times',
    '10.0.12.25',
    'version 1.2.3.4',
    'February 2025',
    'yesterday',
    'the 1st Brigade',
  ])('none in %s', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('never throws, and gives days of the calendar', () => {
    const part = fc.oneof(
      fc.constantFrom('February', ' 30', '01.03.25', '/', '-', '2025', ', 04:27', 'січня', ' • 12 views'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        for (const { month, day } of findDates(text)) expect(month * day).toBeGreaterThan(0);
        expect(() => [stampOf(text), publicationOf(text, 'Europe/Kyiv')]).not.toThrow();
      }),
    );
  });
});

describe('the missing year', () => {
  const date = (month: number, day: number) => ({ quote: '', index: 0, year: null, month, day });
  it.each([
    [2, 28, '2025-03-01', '2025-02-28'],
    [12, 31, '2025-01-01', '2024-12-31'],
    [1, 2, '2024-12-31', '2025-01-02'],
    [3, 1, '2025-03-01', '2025-03-01'],
    [2, 29, '2025-03-01', '2024-02-29'],
  ])('of %i/%i by %s', (month, day, near, expected) => {
    expect(dayNear(date(month, day), near)).toBe(expected);
  });
});

describe('the day covered', () => {
  it('is what the heading of the findings says, its year from the stamp', () => {
    const { date, dateBasis, publishedAt } = dates(
      'Pass opens',
      ['# Key findings for December 31:', FINDING, 'Convoy waits01.01.25, 04:27 • 12 views'],
      {},
      'Europe/Kyiv',
    );
    expect(date).toBe('2024-12-31');
    expect(dateBasis).toEqual({
      from: 'text',
      quote: 'Key findings for December 31',
      year: { from: 'stamp', quote: '01.01.25' },
    });
    expect(publishedAt).toBe('2025-01-01T02:27:00Z');
  });

  it('is what the title says, though it came out past midnight', () => {
    const { date, dateBasis } = dates('Valley Assessment, July 13', [FINDING], {
      published: '2022-07-14T00:40:00-04:00',
    });
    expect(date).toBe('2022-07-13');
    expect(dateBasis.year?.from).toBe('published');
  });

  it('is not a day that the headline merely speaks of', () => {
    expect(
      dates('Three years since February 24, 2022 and no end', [FINDING], { published: '2025-02-24T08:00:00Z' }).date,
    ).toBe('2025-02-24');
  });

  it('is the field, the address, the day of publication where nothing surer is said', () => {
    expect(dates('Pass opens', [FINDING], { date: '2025-04-14' }).dateBasis).toEqual({
      from: 'metadata',
      quote: '2025-04-14',
      year: null,
    });
    expect(dates('Pass opens', [FINDING], { url: 'https://a.example/2025/04/14/pass' }).dateBasis).toEqual({
      from: 'url',
      quote: '2025/04/14',
      year: null,
    });
    expect(dates('Pass opens', [FINDING], { url: 'https://a.example/valley-april-14-2025' }).date).toBe('2025-04-14');
    expect(dates('Pass opens', [FINDING], { published: '2025-04-14T23:30:00-04:00' })).toMatchObject({
      date: '2025-04-14',
      dateBasis: { from: 'published' },
    });
  });

  it('takes the year from full dates of the text where nothing else has one', () => {
    const { date, dateBasis } = dates('Note for March 3', [
      'The road was closed on March 1, 2024 and again the day after.',
    ]);
    expect(date).toBe('2024-03-03');
    expect(dateBasis.year).toEqual({ from: 'text', quote: 'March 1, 2024' });
  });

  it('is unknown where nothing is said', () => {
    expect(dates('Pass opens', [FINDING])).toEqual({
      date: null,
      dateBasis: { from: 'none', quote: null, year: null },
      publishedAt: null,
    });
    expect(dates('Note for March 3', [FINDING]).date).toBe(null);
  });
});

describe('publication', () => {
  it.each([
    ['2025-03-01T04:27:00+02:00', '2025-03-01T02:27:00Z'],
    ['2025-03-01 04:27', '2025-03-01T02:27:00Z'],
    ['2025-03-01', '2025-03-01T00:00:00Z'],
    ['Sat, 01 Mar 2025 04:27:00 GMT', '2025-03-01T04:27:00Z'],
    ['1 березня 2025, 04:27', '2025-03-01T02:27:00Z'],
    ['February 26, 2026 at 4:55 p.m. EST', '2026-02-26T21:55:00Z'],
    ['2025-06-01T12:00', '2025-06-01T09:00:00Z'],
  ])('%s', (words, at) => expect(publicationOf(words, 'Europe/Kyiv')?.at).toBe(at));

  it.each(['', 'soon', '2024-13-45', '0000-00-00T99:99:99Z', '2025-02-30T10:00:00Z'])('none in %j', (words) =>
    expect(publicationOf(words, 'UTC')).toBe(null),
  );
});

describe('stamps', () => {
  it.each([
    ['Feb 27, 2026 16:51', 'line'],
    ['27.02.2026. 06:20h', 'line'],
    ['Published: 12 March 2025, 04:27 AM • 43210 views', 'line'],
    ['Convoy waits on February 2319.02.25, 09:41 • 18 views', 'glued'],
    ['Convoy waits01.03.25, 04:27', 'glued'],
  ])('%s', (text, place) => expect(stampOf(text)?.place).toBe(place));

  it.each([
    'The convoy left on 01.03.25, officials said.',
    'Convoy waits until March 1, 2025',
    'Twelve views of the pass',
  ])('none in %s', (text) => expect(stampOf(text)).toBe(null));
});
