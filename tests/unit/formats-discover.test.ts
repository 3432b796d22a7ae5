import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discover } from '#indexer/discover/files.ts';
import { decode, sizeLimit } from '#indexer/formats/decode.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sitrep-discover-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function found(...paths: string[]) {
  const lines: string[] = [];
  for await (const outcome of discover(paths)) {
    const problem = outcome.ok ? outcome.value.refused : outcome;
    if (problem) lines.push(`${problem.source.replace(`${folder}/`, '')}: ${problem.reason}`);
    else if (outcome.ok) lines.push(outcome.value.path);
  }
  return lines;
}

describe('discover', () => {
  it('walks a folder in order, leaving out hidden files and node_modules', async () => {
    mkdirSync(join(folder, 'b/node_modules'), { recursive: true });
    for (const name of [
      'c.md',
      'b/z.html',
      'b/a.TXT',
      '.hidden.txt',
      'b/node_modules/x.md',
      'README',
      'note.2025-03-01',
    ]) {
      writeFileSync(join(folder, name), 'text');
    }
    expect(await found(folder)).toEqual(['README', 'b/a.TXT', 'b/z.html', 'c.md', 'note.2025-03-01']);
  });

  it('names what it leaves out and what is not there', async () => {
    writeFileSync(join(folder, 'photo.jpg'), 'x');
    expect(await found(folder, join(folder, 'none'))).toEqual([
      'photo.jpg: not a format this version reads (.jpg)',
      'none: no such file or folder',
    ]);
  });

  it('follows links, but no cycle, and takes a file once', async () => {
    mkdirSync(join(folder, 'a'));
    writeFileSync(join(folder, 'a/one.txt'), 'text');
    symlinkSync(folder, join(folder, 'a/up'));
    expect(await found(folder, join(folder, 'a/one.txt'))).toEqual(['a/one.txt']);
  });

  it('calls a single file by its name', async () => {
    writeFileSync(join(folder, 'one.txt'), 'text');
    expect(await found(join(folder, 'one.txt'))).toEqual(['one.txt']);
  });
});

/** Own sentences in the letters that tell the Cyrillic codes apart. */
const UKRAINIAN =
  'Річкова служба повідомила, що її катери пройшли шлюз уночі. Ґрунтова дорога вздовж берега лишається закритою до п’ятниці.';
const RUSSIAN =
  'Речная служба сообщила, что её катера прошли шлюз ночью. Грунтовая дорога вдоль берега остаётся закрытой до пятницы, объяснил мэр.';

function text(bytes: Uint8Array): string {
  const outcome = decode(bytes, 'file');
  return outcome.ok ? outcome.value : `! ${outcome.reason}`;
}

describe('decode', () => {
  it.each(['win1251', 'koi8-u', 'utf-8', 'utf-16le', 'iso-8859-5'])('reads Ukrainian in %s', (encoding) => {
    const plain =
      encoding === 'iso-8859-5'
        ? UKRAINIAN.replace('’', "'").replace('Ґ', 'Г')
        : encoding === 'koi8-u'
          ? UKRAINIAN.replace('’', "'")
          : UKRAINIAN;
    expect(text(iconv.encode(plain, encoding, { addBOM: true }))).toBe(plain);
  });

  it.each(['win1251', 'koi8-r', 'cp866'])('reads Russian in %s', (encoding) => {
    expect(text(iconv.encode(RUSSIAN, encoding))).toBe(RUSSIAN);
  });

  it('reads what a page declares', () => {
    const page = `<html><head><meta charset="windows-1251"></head><body>${RUSSIAN}</body></html>`;
    expect(text(iconv.encode(page, 'win1251'))).toBe(page);
  });

  it('reads curly quotes of Windows, and a file cut within a character', () => {
    const quoted = 'The mayor said “no” — the café isn’t open, and nobody expected that it would be open.';
    expect(text(iconv.encode(quoted, 'win1252'))).toBe(quoted);
    expect(text(Buffer.from('Шлюз').subarray(0, 7))).toBe('Шлю');
  });

  it('cleans: line ends, composition, invisible and private characters, spaces', () => {
    expect(text(Buffer.from('\uFEFFa\r\nb\u200Bc\uE000d\u00A0e\u0301\u00ADf\u2009g'))).toBe('a\nbcd éf g');
  });

  it.each([
    ['', 'the file is empty'],
    [' \n ', 'no text found: white space alone'],
    ['%PDF-1.7 and so on', 'not text, but a PDF document'],
    ['PK\x03\x04rest', 'not text, but a zip archive or Office document'],
    ['text\x00text', 'not text, but a binary file'],
  ])('refuses %j', (content, reason) => {
    expect(text(Buffer.from(content, 'latin1'))).toBe(`! ${reason}`);
  });

  it('names the size and the limit of a file that is too large', () => {
    expect(text(new Uint8Array(sizeLimit + 1))).toBe('! too large: 20.0 MB, and the limit is 20.0 MB');
  });

  it('never throws, and lets no control character through', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const outcome = decode(bytes, 'file');
        if (outcome.ok) expect(outcome.value).not.toMatch(/[^\P{Cc}\n\t]/u);
      }),
      { numRuns: 300 },
    );
  });
});
