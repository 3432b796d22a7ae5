import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv } from '#indexer/formats/csv/index.ts';
import { rowsOf } from '#indexer/formats/csv/rows.ts';
import { jsonl } from '#indexer/formats/jsonl/index.ts';
import { linesOf } from '#indexer/formats/jsonl/lines.ts';
import { type Source, sourceOf } from '#indexer/formats/source.ts';
import { itemsOf } from '#tests/items.ts';

const MB = 1024 * 1024;
const TEXT = 'The ferry sailed again on Sunday, the port office said.';

/** A file that is made while it is read. */
function streamed(path: string, pieces: () => Iterable<string>, first: string): Source {
  return {
    ...sourceOf({ path, name: path }, Buffer.from(first)),
    bytes: () => Promise.reject(new Error('read whole')),
    chunks: async function* () {
      for (const piece of pieces()) yield Buffer.from(piece);
    },
  };
}

async function keysOf(path: string, content: string, mapping: Record<string, string> = {}) {
  const { items } = await itemsOf(path, content, mapping);
  return items.map((item) => (item.ok ? item.value.key : `${item.source}: ${item.reason}`));
}

describe('a large table', () => {
  const row = (at: number) => `${JSON.stringify({ id: `r-${at}`, title: `Report ${at}`, text: TEXT.repeat(500) })}\n`;

  it('is read a line at a time: no more is held than the first rows, of 20 MB', async () => {
    const lines = 700;
    let pulled = 0;
    let read = 0;
    let held = 0;
    function* pieces() {
      for (; pulled < lines; pulled += 1) yield row(pulled);
    }
    for await (const item of jsonl.read(streamed('a.jsonl', pieces, row(0)))) {
      expect(item.ok).toBe(true);
      held = Math.max(held, pulled - read);
      read += 1;
    }
    expect(read).toBe(lines);
    expect(held).toBeLessThanOrEqual(201);
  });

  it('loses no more than a line of more than 20 MB', async () => {
    const piece = 'x'.repeat(MB);
    function* pieces() {
      yield `${row(1)}{"id": "huge", "text": "`;
      for (let at = 0; at < 21; at += 1) yield piece;
      yield `"}\n${row(2)}`;
    }
    const items = [];
    for await (const item of jsonl.read(streamed('a.jsonl', pieces, row(1)))) items.push(item);
    expect(items.map((item) => (item.ok ? item.value.key : item))).toEqual([
      'r-1',
      expect.objectContaining({ source: 'a.jsonl:2', reason: 'a line of more than 20 MB' }),
      'r-2',
    ]);
  });

  it('loses no more than a row of more than 20 MB, quoted or not', async () => {
    const piece = 'x'.repeat(MB);
    function* pieces() {
      yield 'id,text\na,One text of some words\nb,';
      for (let at = 0; at < 21; at += 1) yield piece;
      yield `\nc,"Open quote ${piece}\nd,Another text of some words\n`;
    }
    const items = [];
    for await (const item of csv.read(streamed('a.csv', pieces, 'id,text\n'))) items.push(item);
    expect(items.map((item) => (item.ok ? item.value.key : item.source))).toEqual(['a', 'a.csv:3', 'a.csv:4', 'd']);
  });
});

describe('pieces', () => {
  const cut = (text: string, size: number) =>
    (async function* () {
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    })();

  it('make the same lines wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 8 }).map((part) => part.replace(/\n/g, ''))),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const text = parts.map((part) => `${part}\n`).join('');
          const lines = [];
          for await (const line of linesOf(cut(text, size), 100)) lines.push(line.text);
          expect(lines).toEqual(parts);
        },
      ),
    );
  });

  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\n', '\t', '|') });
  it.each([',', ';', '\t'])('give back the rows that were written with %j', async (delimiter) => {
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 12 }), async (written, size) => {
        const text = Papa.unparse(written, { delimiter, newline: '\n' });
        const rows = [];
        for await (const { cells } of rowsOf(cut(text, size), delimiter, 1000)) rows.push(cells);
        expect(rows).toEqual(written);
      }),
    );
  });

  it('number rows by their first line', async () => {
    const lines = [];
    for await (const { line } of rowsOf(cut('a,b\n"x\ny",1\n\nz,2\n', 3), ',', 100)) lines.push(line);
    expect(lines).toEqual([1, 2, 4, 5]);
  });
});

describe('a line', () => {
  it('of another encoding is lost alone', async () => {
    const line = Buffer.from(`{"text": "${TEXT}"}\n`);
    const other = Buffer.from('{"text": "\xd3\xf2\xf0\xee\xec \xef\xf0\xee\xe9\xf8\xeb\xe8"}\n', 'latin1');
    const first = Buffer.from('{"text": "Ніч була тиха на всіх дорогах"}\n');
    const { items } = await itemsOf('t.jsonl', Buffer.concat([first, ...Array(9).fill(line), other, line]));
    const keys = items.map((item) => (item.ok ? item.value.key : item.source));
    expect(keys.slice(-3)).toEqual([
      expect.stringMatching(/^text-\w{10}-9$/),
      't.jsonl:11',
      expect.stringMatching(/^text-\w{10}-10$/),
    ]);
  });
});

describe('a mapping', () => {
  const table = 'no,Headline,Body,Belligerent\n7,Ferry,The ferry sailed on Sunday,Port Guard; River Militia\n';

  it('says which column holds what', async () => {
    const { items } = await itemsOf('t.csv', table, {
      id: 'no',
      text: 'Body',
      title: 'Headline',
      actor: 'Belligerent',
    });
    expect(items).toMatchObject([
      {
        ok: true,
        value: { key: '7', metadata: { title: 'Ferry' }, declared: { actor: ['Port Guard', 'River Militia'] } },
      },
    ]);
  });

  it('goes into fields within fields, and through lists', async () => {
    const line = JSON.stringify({
      'a.b': 'Dotted',
      text: TEXT,
      labels: { where: ['North'], found: [{ by: 'Guard' }, { by: 'Militia' }] },
    });
    const { items } = await itemsOf('t.jsonl', line, {
      title: 'a.b',
      region: 'labels.where',
      actor: 'labels.found.by',
    });
    expect(items).toMatchObject([
      { value: { metadata: { title: 'Dotted' }, declared: { region: ['North'], actor: ['Guard', 'Militia'] } } },
    ]);
  });

  it('takes a column from its usual use', async () => {
    const { items } = await itemsOf('t.csv', 'text,notes\nThe headline,The text of the report\n', {
      title: 'text',
      text: 'notes',
    });
    expect(items).toMatchObject([
      { value: { metadata: { title: 'The headline' }, blocks: [{ text: 'The text of the report' }] } },
    ]);
  });

  it('that names no column there is fails, with those there are', async () => {
    expect(await keysOf('t.csv', table, { text: 'Text', title: 'Headline' })).toEqual([
      't.csv: no column "Text" (text); columns there are: no, Headline, Body, Belligerent',
    ]);
    expect(await keysOf('t.jsonl', `{"text": "${TEXT}", "at": 1}`, { region: 'at.where' })).toEqual([
      't.jsonl: no field "at.where" (region); fields there are: text, at',
    ]);
  });
});

describe('a table', () => {
  it('is known by its content, whatever its name', async () => {
    const formatOf = async (path: string, text: string) => (await itemsOf(path, text)).format?.id;
    expect(await formatOf('a.csv', '<!doctype html><p>A page of some words.</p>')).toBe('html');
    expect(await formatOf('a.csv', `{"text": "${TEXT}"}`)).toBe('jsonl');
    expect(await formatOf('a.txt', `date;body\n2025-03-09;${TEXT}`)).toBe('csv');
    expect(await formatOf('a.txt', `${TEXT}\nTitle, text and date are words of this line.`)).toBe('text');
    expect(await formatOf('a.txt', '[1] A note in brackets\n{and braces}')).toBe('text');
    expect(
      await formatOf('a.xml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'),
    ).toBe('html');
  });

  it('fails as one where nothing in it can be read', async () => {
    expect(await keysOf('t.jsonl', 'no line of JSON\n'.repeat(500))).toEqual([
      't.jsonl: none of its first 200 lines can be read',
    ]);
    expect(await keysOf('t.jsonl', '[]')).toEqual(['t.jsonl: an empty list']);
  });

  it('in which no quote is closed ends soon', async () => {
    const outcomes = await keysOf('t.csv', `id,text\n1,${TEXT.replace(',', '')}\n${'2,"a"b "c\n'.repeat(40_000)}`);
    expect(outcomes[0]).toBe('1');
    expect(outcomes.at(-1)).toMatch(/^t\.csv:\d+: too many quotes|^t\.csv:40002: a quote/);
  });

  it('keeps what a few broken bytes leave of a row, and no row that is of another encoding', async () => {
    const text = `id,text\n1,Ніч ${TEXT.replace(',', '').repeat(20)}`;
    const rows = Buffer.concat([
      Buffer.from(`${text}`),
      Buffer.from([0xff]),
      Buffer.from('\n2,'),
      Buffer.from([0xd3, 0xf2, 0xf0, 0xee]),
      Buffer.from('\n'),
    ]);
    const source = streamed('t.csv', () => [], text);
    const items = [];
    for await (const item of csv.read({
      ...source,
      chunks: async function* () {
        yield Buffer.from(text.slice(0, 13));
        yield rows.subarray(Buffer.byteLength(text.slice(0, 13)));
      },
    }))
      items.push(item);
    expect(items).toMatchObject([
      { ok: true },
      { ok: false, source: 't.csv:3', reason: 'not in the encoding of the file' },
    ]);
  });
});
