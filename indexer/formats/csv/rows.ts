import Papa from 'papaparse';

/** A row of a table, or why it cannot be read. */
export interface TableRow {
  /** Its first line, from 1. */
  line: number;
  /** Characters. */
  size: number;
  cells: string[] | { reason: string; remedy: string };
}

interface Taken {
  cells: string[];
  broken: boolean;
  from: number;
  to: number;
}

/** Characters, and times the file's own, that may be gone over again behind broken quotes: so no file takes hours. */
const MOST_AGAIN = { least: 25_000_000, times: 4 };

const QUOTES = {
  reason: 'a quote is not closed, or stands in a quoted cell without being doubled',
  remedy: 'write a quote within a cell twice, and close each cell that a quote opens',
};
const TOO_LONG = {
  reason: 'a row of more than 20 MB, or a quote that is not closed',
  remedy: 'close the quote, or split the report',
};
const TOO_BROKEN = {
  reason: 'too many quotes that are not closed: the file is not read from here on',
  remedy: 'write it anew with a tool that writes CSV',
};

/** Whole rows from the start of a text, up to the first with a broken quote; at the end of a file the last needs no line end. */
function take(text: string, delimiter: string, atEnd: boolean): Taken[] {
  const rows: Taken[] = [];
  let from = 0;
  const parser: Papa.Parser = new Papa.Parser({
    delimiter,
    step: ({ data, errors, meta }: Papa.ParseStepResult<string[][]>) => {
      const broken = errors.length > 0;
      rows.push({ cells: data[0] ?? [], broken, from, to: meta.cursor });
      from = meta.cursor;
      if (broken) parser.abort();
    },
  });
  parser.parse(text, 0, !atEnd);
  return rows;
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

class Table {
  private text = '';
  private line = 1;
  private done = 0;
  private again = 0;
  /** Is the rest of an enormous line still to come? */
  private skipping = false;
  /** Trying again at each piece, where no row ends, would take the square of its length. */
  private tryAt = 0;
  private readonly delimiter: string;
  private readonly limit: number;

  constructor(delimiter: string, limit: number) {
    this.delimiter = delimiter;
    this.limit = limit;
  }

  private drop(length: number): void {
    this.line += lineEnds(this.text.slice(0, length));
    this.done += length;
    this.text = this.text.slice(length);
  }

  private add(piece: string): void {
    const from = this.skipping ? piece.indexOf('\n') + 1 : 0;
    if (this.skipping && from === 0) return;
    if (this.skipping) this.line += 1;
    this.skipping = false;
    this.text += piece.slice(from);
  }

  /** A failure for the first line; what stands behind it is read anew, as its quote may have opened by mistake. */
  private *fail(cells: TableRow['cells'], size: number): Iterable<TableRow> {
    this.again += size;
    const tooOften = this.again > MOST_AGAIN.least + this.done * MOST_AGAIN.times;
    yield { line: this.line, size, cells: tooOften ? TOO_BROKEN : cells };
    const end = tooOften ? 0 : this.text.indexOf('\n') + 1;
    this.skipping = end === 0;
    this.drop(end || this.text.length);
  }

  private *good(rows: Taken[]): Iterable<TableRow> {
    for (const { cells, from, to } of rows) {
      yield { line: this.line, size: to - from, cells: to - from > this.limit ? TOO_LONG : cells };
      this.line += lineEnds(this.text.slice(from, to));
    }
    const end = rows.at(-1)?.to ?? 0;
    this.done += end;
    this.text = this.text.slice(end);
  }

  *rows(piece: string, atEnd: boolean): Iterable<TableRow> {
    this.add(piece);
    while (this.text !== '' && (atEnd || this.text.length >= this.tryAt)) {
      const rows = take(this.text, this.delimiter, atEnd);
      const broken = rows.find((row) => row.broken);
      yield* this.good(rows.filter((row) => !row.broken));
      if (broken) yield* this.fail(QUOTES, broken.to - broken.from);
      else if (this.text.length > this.limit) yield* this.fail(TOO_LONG, this.text.length);
      else {
        this.tryAt = this.text.length * 2;
        break;
      }
    }
  }
}

/** The rows of a table that comes in pieces, with LF at the ends of lines; a row longer than `limit` characters is not held. */
export async function* rowsOf(
  pieces: AsyncIterable<string>,
  delimiter: string,
  limit: number,
): AsyncIterable<TableRow> {
  const table = new Table(delimiter, limit);
  for await (const piece of pieces) yield* table.rows(piece, false);
  yield* table.rows('', true);
}
