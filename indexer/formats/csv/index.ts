import type { Outcome } from '#indexer/outcome.ts';
import { sizeLimit, withoutBroken } from '../decode.ts';
import { decodedText } from '../decode-stream.ts';
import type { Format } from '../format.ts';
import { itemsOf, type Row } from '../records.ts';
import type { Source, Start } from '../source.ts';
import { columnsOf, delimiterOf, hasHeader } from './header.ts';
import { rowsOf } from './rows.ts';

function failure(source: string, reason: string, remedy: string): Outcome<never> {
  return { ok: false, source, reason, remedy };
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

function rowOf(cells: string[], columns: string[], place: Omit<Row, 'fields'>): Outcome<Row> {
  const { name } = place;
  const length = Math.max(columns.length, cells.findLastIndex((cell) => !isBlank(cell)) + 1);
  if (cells.length < columns.length || length > columns.length) {
    const reason = `${cells.length} cells, and the header has ${columns.length}`;
    return failure(name, reason, 'put cells with line ends or delimiters in quotes');
  }
  const whole = cells.map(withoutBroken);
  if (whole.includes(null)) return failure(name, 'not in the encoding of the file', 'save the file as UTF-8');
  const fields = Object.fromEntries(columns.map((column, at) => [column, whole[at] ?? '']));
  return { ok: true, value: { ...place, fields } };
}

async function* rowsBelowHeader(source: Source): AsyncIterable<Outcome<Row>> {
  const delimiter = delimiterOf(source.start.text ?? '', Object.values(source.mapping));
  let columns: string[] | null = null;
  let any = false;
  for await (const { line, size, cells } of rowsOf(decodedText(source), delimiter, sizeLimit)) {
    const name = `${source.name}:${line}`;
    if (!Array.isArray(cells)) {
      yield failure(name, cells.reason, cells.remedy);
      // Without names the cells below mean nothing.
      if (!columns) return;
      any = true;
    } else if (cells.every(isBlank)) continue;
    else if (columns) {
      yield rowOf(cells, columns, { name, size });
      any = true;
    } else columns = columnsOf(cells);
  }
  if (!any) yield failure(source.name, 'no rows below the header', 'give a table with reports, or leave it out');
}

function matches({ path, text }: Start): boolean {
  if (text === null || text.trim() === '' || /^\s*</.test(text)) return false;
  return /\.(?:csv|tsv|tab)$/i.test(path) || hasHeader(text);
}

/** Tables, a report a row: columns parted by comma, semicolon or tab, their names in the first row. */
export const csv: Format = {
  id: 'csv',
  label: 'CSV',
  endings: ['.csv', '.tsv', '.tab'],
  matches,
  read: (source) => itemsOf(rowsBelowHeader(source), source, 'column'),
};
