import { ResultType, Sniffer } from 'encoding-sniffer/sniffer';
import iconv from 'iconv-lite';
import { detect } from 'jschardet';
import type { Outcome } from '#indexer/outcome.ts';
import { binaryKind } from './binary.ts';
import { clean } from './clean.ts';

/** Bytes; reports are texts of some 50 kB, so that more is another kind of file. */
export const sizeLimit = 20 * 1024 * 1024;

/** jschardet counts text that it is right about as 0.17 (a few curly quotes in English) to 0.55; noise as 0.02. */
const LEAST_CONFIDENCE = 0.12;
const SAMPLE = 64 * 1024;

export function tooLarge(name: string, size: number): Outcome<never> {
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const reason = `too large: ${megabytes(size)}, and the limit is ${megabytes(sizeLimit)}`;
  return { ok: false, source: name, reason, remedy: 'split it into one file a report' };
}

/** Text, and the name of the encoding that it was in. */
interface Decoded {
  text: string;
  encoding: string;
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A text that was cut within its last character is read up to it. */
function upToCut(bytes: Uint8Array, encoding: string): Decoded | null {
  for (let cut = 0; cut < 4 && cut < bytes.length; cut += 1) {
    const text = strictly(bytes.subarray(0, bytes.length - cut), encoding);
    if (text !== null) return { text, encoding };
  }
  return null;
}

function asUtf16(bytes: Uint8Array): Decoded | null {
  const mark = `${bytes[0]?.toString(16)} ${bytes[1]?.toString(16)}`;
  if (mark === 'ff fe') return upToCut(bytes, 'utf-16le');
  return mark === 'fe ff' ? upToCut(bytes, 'utf-16be') : null;
}

/** No control or replacement characters, and no capital inside a word, the mark of one Cyrillic code read as another. */
function plausible(text: string): boolean {
  if (/\ufffd|[^\P{Cc}\n\r\t\f\v]/u.test(text)) return false;
  const odd = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  return odd * 50 <= text.length;
}

function declared(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (!/<(?:!doctype html|html|head|meta|\?xml)\b/i.test(start)) return null;
  const sniffer = new Sniffer();
  sniffer.write(bytes.subarray(0, 4096));
  return sniffer.resultType === ResultType.DEFAULT ? null : sniffer.encoding;
}

/** What is left where some bytes of a UTF-8 text were broken; null where they are more than a few. */
export function withoutBroken(text: string): string | null {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken * 500 <= text.length ? text.replace(/\ufffd/g, '') : null;
}

function asDeclared(bytes: Uint8Array): Decoded | null {
  const encoding = declared(bytes);
  if (!encoding || !iconv.encodingExists(encoding)) return null;
  const text = iconv.decode(Buffer.from(bytes), encoding);
  // Pages that say UTF-8 are UTF-8, and browsers show them though some bytes be broken.
  const whole = /^utf-?8$/i.test(encoding) ? withoutBroken(text) : plausible(text) ? text : null;
  return whole === null ? null : { text: whole, encoding };
}

/** In the encoding that the server stated. Many state their default for all: what the text declares itself goes before. */
function asStated(bytes: Uint8Array, encoding: string | undefined): Decoded | null {
  if (!encoding || !iconv.encodingExists(encoding)) return null;
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return plausible(text) ? { text, encoding } : null;
}

function asDetected(bytes: Uint8Array): Decoded | null {
  const { encoding: name, confidence } = detect(Buffer.from(bytes.subarray(0, SAMPLE)));
  if (!name || confidence < LEAST_CONFIDENCE || !iconv.encodingExists(name)) return null;
  // KOI8-U is KOI8-R with the Ukrainian letters in place of box-drawing characters.
  const encoding = /^koi8-?r$/i.test(name) ? 'koi8-u' : name;
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return plausible(text) ? { text, encoding } : null;
}

function decoded(bytes: Uint8Array, charset?: string): Decoded | null {
  const certain = asUtf16(bytes) ?? upToCut(bytes, 'utf-8');
  return certain ?? asDeclared(bytes) ?? asStated(bytes, charset) ?? asDetected(bytes);
}

/** The name of the encoding of a text that starts with these bytes, null where none is known. */
export function encodingOf(bytes: Uint8Array, charset?: string): string | null {
  return decoded(bytes, charset)?.encoding ?? null;
}

/** UTF-8 in which some lines are of another encoding: those are told apart when the lines are read. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken * 20 <= text.length ? text : null;
}

/** How a file's text starts, clean, or null where its bytes are no text. The last character may be cut. */
export function startText(bytes: Uint8Array, charset?: string): string | null {
  if (asUtf16(bytes) === null && binaryKind(bytes) !== null) return null;
  const text = decoded(bytes, charset)?.text ?? mostlyUtf8(bytes);
  return text === null ? null : clean(text);
}

/** A file's bytes as clean text, or why they are none. `name` is for the message; `charset` is what a server said. */
export function decode(bytes: Uint8Array, name: string, charset?: string): Outcome<string> {
  const failure = (reason: string, remedy: string) => ({ ok: false, source: name, reason, remedy }) as const;
  if (bytes.length > sizeLimit) return tooLarge(name, bytes.length);
  if (bytes.length === 0) return failure('the file is empty', 'give a file with text, or leave it out');
  const kind = asUtf16(bytes) === null ? binaryKind(bytes) : null;
  if (kind) return failure(`not text, but ${kind}`, 'save it as text, Markdown or HTML, or leave it out');
  const text = decoded(bytes, charset)?.text;
  if (text === undefined) return failure('not valid UTF-8 and no known encoding', 'save it as UTF-8');
  const value = clean(text);
  if (value.trim() === '') return failure('no text found: white space alone', 'give a file with text, or leave it out');
  return { ok: true, value };
}
