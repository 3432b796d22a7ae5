import { describe, expect, it } from 'vitest';
import { findDatesOf } from '#indexer/dates/dates.ts';
import type { Block, Metadata } from '#indexer/formats/format.ts';

/** The account that `indexer/dates/readme.md` gives, line by line. */

const SILENT: Metadata = { title: null, url: null, source: null, lang: null, date: null, published: null };
const PROSE = 'The pass is open to lorries again.';
const KYIV = 'Europe/Kyiv';
const NEW_YORK = 'America/New_York';

interface Given extends Partial<Metadata> {
  /** `# heading`, else a paragraph. */
  lines?: string[];
  zone?: string;
}

function dates(title: string, { lines = [PROSE], zone = 'UTC', ...metadata }: Given = {}) {
  const blocks = lines.map(
    (line): Block =>
      line.startsWith('# ') ? { kind: 'heading', text: line.slice(2) } : { kind: 'paragraph', text: line },
  );
  return findDatesOf({ title, metadata: { ...SILENT, ...metadata }, blocks, zone });
}

describe('the day covered', () => {
  const heading = ['# Key findings for April 1, 2025:', PROSE];
  const asOf = ['Data as of 3 p.m. ET April 4, 2025', PROSE];
  const all = { date: '2025-04-03', url: 'https://a.example/2025/04/05/pass', published: '2025-04-06T10:00:00Z' };
  const title = 'Pass Report, April 2, 2025';

  it.each([
    ['the heading of the findings', title, { ...all, lines: [...heading, ...asOf] }, '2025-04-01', 'text'],
    ['the title', title, { ...all, lines: asOf }, '2025-04-02', 'title'],
    ['the field', 'Pass Report', { ...all, lines: asOf }, '2025-04-03', 'metadata'],
    ['words of the text', 'Pass Report', { ...all, date: null, lines: asOf }, '2025-04-04', 'text'],
    ['the address', 'Pass Report', { ...all, date: null }, '2025-04-05', 'url'],
    ['the publication', 'Pass Report', { ...all, date: null, url: null }, '2025-04-06', 'published'],
    ['nothing', 'Pass Report', {}, null, 'none'],
  ])('is read from %s', (_, name, given, date, from) => {
    expect(dates(name, given)).toMatchObject({ date, dateBasis: { from } });
  });

  it('is not when the report was issued, but where nothing else is said', () => {
    const issued = 'Daily Report 41 issued on 21 February 2025';
    expect(dates(issued, { lines: ['As of 19:30, 20 February 2025', PROSE] }).date).toBe('2025-02-20');
    expect(dates(issued)).toMatchObject({ date: '2025-02-21', dateBasis: { from: 'title' } });
  });

  it.each([
    ['Weekly Bulletin, 24 February - 2 March 2025', '2025-03-02', '24 February - 2 March 2025'],
    ['Week of 3 to 9 February 2025', '2025-02-09', '3 to 9 February 2025'],
    ['Bulletin, February 24 – March 2, 2025', '2025-03-02', 'February 24 – March 2, 2025'],
    ['Зведення, 3–9 лютого 2025 року', '2025-02-09', '3–9 лютого 2025'],
    ['Сводка с 29 декабря по 4 января 2025 года', '2025-01-04', '29 декабря по 4 января 2025'],
  ])('of the span in "%s" is its last', (name, date, quote) => {
    expect(dates(name)).toMatchObject({ date, dateBasis: { quote } });
  });

  it('of a span in the text is its last too', () => {
    const lines = ['Situation report for 24 February - 2 March 2025', PROSE];
    expect(dates('Pass Report', { lines }).date).toBe('2025-03-02');
  });
});

describe('a report that came out past midnight', () => {
  it.each([
    ['Assessment, February 28', '2025-03-01T00:20:00-05:00', '2025-02-28', '2025-03-01T05:20:00Z'],
    ['Assessment, December 31', '2025-01-01T00:10:00-05:00', '2024-12-31', '2025-01-01T05:10:00Z'],
    ['Огляд за 29 лютого', '2024-03-01T00:05:00+02:00', '2024-02-29', '2024-02-29T22:05:00Z'],
  ])('is that of the day of its title: %s', (title, published, date, publishedAt) => {
    expect(dates(title, { published })).toMatchObject({
      date,
      publishedAt,
      dateBasis: { year: { from: 'published' } },
    });
  });
});

describe('numbers', () => {
  it.each([
    ['01.03.25', KYIV, '2025-03-01'],
    ['01.03.25', NEW_YORK, '2025-03-01'],
    ['01/03/2025', KYIV, '2025-03-01'],
    ['01/03/2025', NEW_YORK, '2025-01-03'],
    ['02/28/2025', KYIV, '2025-02-28'],
    ['2025-03-01', NEW_YORK, '2025-03-01'],
  ])('%s in %s', (written, zone, date) => expect(dates(`Report, ${written}`, { zone }).date).toBe(date));
});

describe('words', () => {
  it.each([
    ['Звіт за 1 січня 2025 року', '2025-01-01'],
    ['Звіт, 31 серпня 2025', '2025-08-31'],
    ['Отчёт за 9 мая 2025 года', '2025-05-09'],
    ['Отчет, 2 июня 2025 г.', '2025-06-02'],
    ['Bericht, 3. März 2025', '2025-03-03'],
  ])('%s', (title, date) => expect(dates(title).date).toBe(date));
});

describe('the clock of a publication', () => {
  it.each([
    ['Feb 26, 2026 at 4:55 p.m. EST', KYIV, '2026-02-26T21:55:00Z'],
    ['27 February 2026, 07:57 IST', KYIV, '2026-02-27T05:57:00Z'],
    ['27.02.2026, 07:57', KYIV, '2026-02-27T05:57:00Z'],
    ['27.02.2026, 07:57', 'UTC', '2026-02-27T07:57:00Z'],
  ])('%s in %s', (stamp, zone, publishedAt) =>
    expect(dates('Pass Report', { lines: [stamp, PROSE], zone }).publishedAt).toBe(publishedAt),
  );
});
