import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { binaryKind } from '#indexer/formats/binary.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { failure } from './failure.ts';
import { type Reply, tooLarge } from './request.ts';

/** Media types that are stored, each with the ending of its file. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.xhtml'],
  ['text/xml', '.xml'],
  ['application/xml', '.xml'],
  ['application/rss+xml', '.xml'],
  ['application/atom+xml', '.xml'],
  ['application/rdf+xml', '.xml'],
  ['application/json', '.json'],
  ['application/feed+json', '.json'],
  ['application/pdf', '.pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.docx'],
  ['text/plain', '.txt'],
  ['text/markdown', '.md'],
]);

/** Types that say nothing: the bytes, then the address, tell. */
const SILENT: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/gzip',
  'application/x-gzip',
]);

const BINARY: Readonly<Record<string, RegExp>> = { '.pdf': /PDF/, '.docx': /zip|Office/ };

/** What a page is: the bytes to store, and the ending of their file, with the dot. */
export interface Media {
  body: Buffer;
  ending: string;
}

function typeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The charset of a Content-Type header where it names one that can be read and is not UTF-8, lower-case. */
export function charsetOf(contentType: string | null): string | null {
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  if (!charset || /^utf-?8$/.test(charset)) return null;
  return iconv.encodingExists(charset) ? charset : null;
}

function endingByBytes(body: Buffer, url: string): string | null {
  const start = body
    .subarray(0, 256)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf|^\s+/g, '');
  if (start.startsWith('%PDF')) return '.pdf';
  if (start.startsWith('PK')) return /\.docx$/i.test(new URL(url).pathname) ? '.docx' : null;
  if (/^<(?:!doctype html|html)/i.test(start)) return '.html';
  if (/^<\?xml|^<(?:rss|feed|urlset|sitemapindex)\b/.test(start)) return '.xml';
  return null;
}

/** A sitemap that is a gzip file, opened; the limit counts what comes out of it. */
async function opened({ url, body }: Reply, most: number): Promise<Outcome<Buffer>> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return { ok: true, value: body };
  try {
    return { ok: true, value: await promisify(gunzip)(body, { maxOutputLength: most }) };
  } catch (error) {
    if (error instanceof RangeError) return tooLarge(url, most);
    return failure(url, 'a gzip file that is broken or cut', 'run it again later');
  }
}

/** The page in a reply; a failed outcome where it is of no kind that is read. `most`: bytes. */
export async function mediaOf(reply: Reply, most: number): Promise<Outcome<Media>> {
  const { url, headers } = reply;
  const file = await opened(reply, most);
  if (!file.ok) return file;
  const body = file.value;
  if (body.length === 0) return failure(url, 'answered with nothing', 'run it again later, or leave it out');
  const type = typeOf(headers['content-type']);
  const ending = SILENT.has(type) ? endingByBytes(body, url) : ENDINGS.get(type);
  if (!ending)
    return failure(url, `not a kind of page that is stored (${type.slice(0, 80) || 'no type given'})`, 'leave it out');
  const kind = binaryKind(body.subarray(0, 64));
  // UTF-16 has zero bytes: only a known signature belies a text's type.
  if (kind && kind !== 'a binary file' && !BINARY[ending]?.test(kind))
    return failure(url, `said to be ${type}, but is ${kind}`, 'leave it out, or tell the site');
  return { ok: true, value: { body, ending } };
}
