import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Item } from '#indexer/formats/format.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { itemOf, itemsOf } from '#tests/items.ts';

function fixture(path: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../fixtures/formats', path));
}

/** The reasons why a file, or parts of it, could not be read. */
async function reasons(path: string, content: string | Uint8Array): Promise<string[]> {
  const { items } = await itemsOf(path, content);
  return items.flatMap((item: Outcome<Item>) => (item.ok ? [] : [item.reason]));
}

function texts({ blocks }: Item, kind: string): string[] {
  return blocks.flatMap((block) => (block.kind === kind ? [block.text] : []));
}

describe('a file under another name', () => {
  it.each([
    ['pdf/hyphens.pdf', 'pdf'],
    ['docx/footnotes.docx', 'docx'],
    ['eml/html.eml', 'eml'],
  ])('%s is read as what it is', async (path, id) => {
    for (const name of ['a.txt', 'report', 'a.html']) expect((await itemsOf(name, fixture(path))).format?.id).toBe(id);
  });

  it.each(['a.docx', 'a.pdf', 'a.eml'])('a text named %s is read as text', async (name) => {
    const { format } = await itemsOf(name, 'Ferry back in service\n\nThe ferry at Lisk sails again from Monday on.\n');
    expect(format?.id).toBe('text');
  });

  it('text that speaks of PDF files, or has labelled lines at its head, is text', async () => {
    const spoken = await itemsOf('a.txt', 'How files begin\n\nA document starts with %PDF-1.7 and ends with a mark.\n');
    const labelled = await itemsOf(
      'a.txt',
      'Source: Lisk Desk\nDate: 3 May 2025\nTitle: Ferry\n\nThe ferry sails again.\n',
    );
    expect([spoken.format?.id, labelled.format?.id]).toEqual(['text', 'text']);
  });
});

describe('PDF', () => {
  it('says of a locked, a cut, a scanned and a packed one what it is', async () => {
    expect(await reasons('a.pdf', fixture('pdf/locked.pdf'))).toEqual(['locked by a password']);
    expect(await reasons('a.pdf', fixture('pdf/tagged.pdf').subarray(0, 20_000))).toEqual([
      'cut off: its end is missing',
    ]);
    expect(await reasons('a.pdf', fixture('pdf/image-only.pdf'))).toEqual(['no text on its 1 page: images alone']);
    expect(await reasons('a.pdf', fixture('pdf/bomb.pdf'))).toEqual(['packed so that it would fill the memory']);
  });

  it('refuses a page whose content is damaged, rather than read half of it', async () => {
    const bytes = fixture('pdf/columns-uk.pdf');
    const at = bytes.indexOf('stream', bytes.indexOf('/FlateDecode')) + 40;
    bytes.fill(0xff, at, at + 60);
    expect(await reasons('a.pdf', bytes)).toHaveLength(1);
  });

  it('lists the same key findings from tags as from drawn bullets', async () => {
    const [tagged, drawn] = await Promise.all(
      ['tagged', 'drawn-bullets'].map(async (name) => itemOf(`${name}.pdf`, fixture(`pdf/${name}.pdf`))),
    );
    expect(tagged && texts(tagged, 'item')).toHaveLength(5);
    expect(drawn?.blocks).toEqual(tagged?.blocks.map(({ kind, text }) => ({ kind, text })));
  });

  it('leaves running heads, page numbers and raised marks out, and keeps footnotes as notes', async () => {
    const item = await itemOf('a.pdf', fixture('pdf/running-heads.pdf'));
    const read = item.blocks.map(({ text }) => text).join('\n');
    expect(read).not.toMatch(/Situation Report$|Page \d|slip\. ?\d/m);
    expect(texts(item, 'note')).toHaveLength(2);
  });

  it('takes no title that a program made, and no day of printing', async () => {
    expect((await itemOf('a.pdf', fixture('pdf/running-heads.pdf'))).metadata.title).toMatch(/^Ister Canal/);
    expect((await itemOf('a.pdf', fixture('pdf/tagged.pdf'))).metadata.published).toBeNull();
  });
});

describe('DOCX', () => {
  it('refuses a bomb whether or not its directory owns up to it', async () => {
    const bomb = fixture('docx/bomb.docx');
    expect(await reasons('a.docx', bomb)).toEqual(['unpacks to more than 16 MB of text']);
    const entry = bomb.lastIndexOf('word/document.xml') - 46;
    bomb.writeUInt32LE(1000, entry + 24);
    expect(await reasons('a.docx', bomb)).toEqual(['unpacks to more than 16 MB of text']);
  });

  it('refuses a part whose bytes changed', async () => {
    const bytes = fixture('docx/footnotes.docx');
    const at = bytes.indexOf('word/document.xml') + 400;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await reasons('a.docx', bytes)).toEqual(['damaged in word/document.xml']);
  });

  it('takes deletions, marks and notes out of the text', async () => {
    const edited = await itemOf('a.docx', fixture('docx/bold-headings.docx'));
    expect(edited.blocks.map(({ text }) => text).join(' ')).not.toMatch(/took this sentence|close3/);
    expect(texts(await itemOf('a.docx', fixture('docx/footnotes.docx')), 'note')[0]).toMatch(/^Marra Road Service/);
  });
});

function message(body: string, headers = ''): string {
  const head = 'From: Desk <desk@lisk.example>\nMessage-ID: <1@lisk.example>\nDate: Mon, 3 Feb 2025 10:00:00 +0000\n';
  return `${head}${headers}\n${body}`;
}

describe('EML', () => {
  it('reads what was forwarded, and leaves out what was answered', async () => {
    const quoted = '> The ferry at Lisk sails again from Monday on.\n';
    const answer = `It will be late.\n\nOn Sun, 2 Feb 2025 at 9:00, Desk <a@b.example>\nwrote:\n${quoted}`;
    const forward = `---------- Forwarded message ---------\nFrom: A <a@b.example>\nSubject: Ferry\n\n${quoted}`;
    expect((await itemOf('a.eml', message(answer, 'Subject: Re: Ferry\n'))).blocks).toEqual([
      { kind: 'paragraph', text: 'It will be late.' },
    ]);
    const item = await itemOf('a.eml', message(forward, 'Subject: Fwd: Ferry\n'));
    expect(item.metadata.title).toBe('Ferry');
    expect(item.blocks).toEqual([{ kind: 'paragraph', text: 'The ferry at Lisk sails again from Monday on.' }]);
  });

  it('reads curly quotes of windows-1252', async () => {
    const type = 'Content-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n';
    const item = await itemOf('a.eml', message('The owner=92s =93final=94 word is due on Friday.\n', type));
    expect(item.blocks[0]?.text).toBe('The owner’s “final” word is due on Friday.');
  });

  it('names each attachment, and tells of those it cannot read', async () => {
    const part = (name: string, type: string, body: string) =>
      `--m\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${body}\n`;
    const pdf = fixture('pdf/hyphens.pdf').toString('base64');
    const parts = [
      ...[part('coast.pdf', 'application/pdf', pdf), part('coast.pdf', 'application/pdf', pdf)],
      ...[part('sums.xls', 'application/vnd.ms-excel', '0M8R4KGxGuE='), part('map.png', 'image/png', 'iVBORw0KGgo=')],
    ];
    const { items } = await itemsOf(
      'a.eml',
      message(`${parts.join('')}--m--\n`, 'Content-Type: multipart/mixed; boundary=m\n'),
    );
    expect(items.map((item) => (item.ok ? item.value.key : item.source))).toEqual([
      ...['coast.pdf', 'coast.pdf (2)', 'a.eml#sums.xls'],
    ]);
  });

  it('follows messages within messages three deep, and tells of the rest', async () => {
    let nested = message('The innermost note says that the ferry sails.\n');
    for (let depth = 0; depth < 5; depth += 1) {
      const type = `Content-Type: multipart/mixed; boundary=b${depth}\n`;
      nested = message(`--b${depth}\nContent-Type: message/rfc822\n\n${nested}\n--b${depth}--\n`, type);
    }
    expect(await reasons('a.eml', nested)).toEqual(['more than 3 messages within one another']);
  });

  it('says of an encrypted message that it is', async () => {
    const type = 'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=m\n';
    expect(await reasons('a.eml', message('--m\n\n--m--\n', type))).toEqual(['encrypted']);
  });
});
