import iconv from 'iconv-lite';
import type { Email } from 'postal-mime';
import { canonicalUrl } from '#lib/report/ids.ts';
import { clean, foldSpaces } from '../clean.ts';
import type { Block, Draft, Metadata } from '../format.ts';
import { blocksOf } from '../html/blocks.ts';
import { documentOf, isTooDeep } from '../html/dom.ts';
import { blocksOfLines } from '../text/lines.ts';
import { ownLines, removeQuoted } from './quoted.ts';

const ANSWER = /^\s*(?:(?:re|aw|відп|ha|отв)\s*(?:\[\d+\])?\s*:\s*)+/i;
const FORWARD = /^\s*(?:fwd?|wg|пересл|пер)\s*:\s*/i;
const STRUCTURE = /<(?:li|h[1-6]|table|p)\b/gi;

/** Node 20 takes bytes 0x80-0x9F of windows-1252 for control characters: curly quotes would be lost. */
function withQuotes(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => iconv.decode(Buffer.from(control, 'latin1'), 'windows-1252'));
}

/** The subject without "Re:" and "Fwd:", and whether it was forwarded last rather than answered. */
function subjectOf(subject: string): { title: string; forwarded: boolean } {
  let title = foldSpaces(withQuotes(subject));
  const forwarded = FORWARD.test(title);
  for (let before = ''; before !== title; ) {
    before = title;
    title = title.replace(ANSWER, '').replace(FORWARD, '');
  }
  return { title, forwarded };
}

function isStructured(html: string): boolean {
  return (html.match(STRUCTURE)?.length ?? 0) > 1;
}

function htmlBlocks(html: string, forwarded: boolean): Block[] {
  // Nested so deep that no tree can be made of it.
  if (isTooDeep(html))
    return blocksOfLines(
      clean(withQuotes(html))
        .replace(/<[^<>]*>/g, '\n')
        .split('\n'),
    );
  const document = documentOf(clean(withQuotes(html)));
  removeQuoted(document, forwarded);
  return blocksOf(document.body);
}

function blocksIn({ text = '', html = '' }: Email, forwarded: boolean): Block[] {
  const fromText = () => blocksOfLines(ownLines(clean(withQuotes(text)), forwarded));
  if (text.trim() !== '' && !isStructured(html)) return fromText();
  const blocks = html === '' ? [] : htmlBlocks(html, forwarded);
  return blocks.length > 0 ? blocks : fromText();
}

function headerOf({ headers }: Email, name: string): string {
  return headers.find(({ key }) => key === name)?.value ?? '';
}

/** The address under which a list keeps the message (RFC 5064). */
function addressOf(email: Email): string | null {
  const address = /<\s*(https?:[^\s>]+)\s*>/i.exec(headerOf(email, 'archived-at'))?.[1];
  return address ? canonicalUrl(address) : null;
}

function senderOf({ from }: Email): string | null {
  const name = foldSpaces(withQuotes(from?.name ?? ''));
  return /\p{L}{2}/u.test(name) && !name.includes('@') ? name : null;
}

/** What a message says of itself, and its own text. */
export function draftOf(email: Email): Draft {
  const { title, forwarded } = subjectOf(email.subject ?? '');
  const metadata: Metadata = {
    title: title || null,
    url: addressOf(email),
    source: senderOf(email),
    lang: /^([a-z]{2})(?![a-z])/i.exec(headerOf(email, 'content-language').trim())?.[1]?.toLowerCase() ?? null,
    date: null,
    published: foldSpaces(email.date ?? '') || null,
  };
  return { metadata, blocks: blocksIn(email, forwarded) };
}
