import PostalMime, { type Email } from 'postal-mime';
import type { Outcome } from '#indexer/outcome.ts';
import type { Format, Item } from '../format.ts';
import { type Source, sourceOf } from '../source.ts';
import { type Enclosed, enclosedIn } from './attachments.ts';
import { draftOf } from './message.ts';

type FormatOf = (source: Source) => Outcome<Format>;

const MOST_BYTES = 50 * 1024 * 1024;
/** Messages within messages. */
const DEEPEST = 3;
const MOST_ATTACHMENTS = 50;

const ENCRYPTED = /^content-type:\s*(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)/im;
const BOUNDARY = /^content-type:\s*multipart\/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?boundary="?([^";\r\n]+)/im;

function failure(source: string, reason: string, remedy: string): Outcome<never> {
  return { ok: false, source, reason, remedy };
}

/** What keeps a message from being read whole, if anything does. */
function obstacle(bytes: Uint8Array): [reason: string, remedy: string] | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  if (ENCRYPTED.test(head)) return ['encrypted', 'save it decrypted'];
  const boundary = BOUNDARY.exec(head)?.[1]?.trim();
  if (boundary && !text.includes(`--${boundary}--`))
    return ['cut off: its last part has no end', 'save the message again'];
  return null;
}

async function parsed(source: Source): Promise<Outcome<Email>> {
  const { name, size } = source;
  if (size > MOST_BYTES) return failure(name, 'larger than 50 MB', 'save its attachments by themselves');
  const bytes = await source.bytes();
  const problem = obstacle(bytes);
  if (problem) return failure(name, ...problem);
  try {
    return { ok: true, value: await PostalMime.parse(bytes, { forceRfc822Attachments: true }) };
  } catch {
    return failure(name, 'damaged, or no mail message', 'save the message again');
  }
}

async function* readEnclosed(
  { path, name }: Source,
  enclosed: Enclosed,
  formatOf: FormatOf,
  depth: number,
): AsyncIterable<Outcome<Item>> {
  const inner = sourceOf({ path: `${path}/${enclosed.name}`, name: `${name}#${enclosed.name}` }, enclosed.bytes);
  const format = formatOf(inner);
  if (!format.ok) return yield format;
  const isMessage = enclosed.isMessage || format.value.id === 'eml';
  if (isMessage && depth >= DEEPEST)
    return yield failure(inner.name, `more than ${DEEPEST} messages within one another`, 'save it by itself');
  const items = isMessage ? readMessage(inner, formatOf, depth + 1) : format.value.read(inner);
  for await (const item of items) {
    if (!item.ok) yield item;
    else {
      const key = item.value.key === null ? enclosed.name : `${enclosed.name}#${item.value.key}`;
      yield { ok: true, value: { ...item.value, key } };
    }
  }
}

/** A message, then the documents attached to it, under their names. One with no text of its own is only its documents. */
export async function* readMessage(source: Source, formatOf: FormatOf, depth = 0): AsyncIterable<Outcome<Item>> {
  const email = await parsed(source);
  if (!email.ok) return yield email;
  const enclosed = enclosedIn(email.value);
  const draft = draftOf(email.value);
  if (draft.blocks.length > 0) yield { ok: true, value: { key: null, ...draft } };
  else if (enclosed.length === 0) yield failure(source.name, 'no text in it', 'leave it out');
  for (const document of enclosed.slice(0, MOST_ATTACHMENTS)) yield* readEnclosed(source, document, formatOf, depth);
  if (enclosed.length > MOST_ATTACHMENTS)
    yield failure(source.name, `more than ${MOST_ATTACHMENTS} attachments`, 'save the others by themselves');
}
