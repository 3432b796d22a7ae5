import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import { encodingOf } from './decode.ts';
import type { Source } from './source.ts';

/** The encoding shows in the first bytes that are not ASCII, wherever they stand. */
async function* decoded({ chunks, charset }: Source): AsyncIterable<string> {
  let decoder: ReturnType<typeof iconv.getDecoder> | null = null;
  for await (const chunk of chunks()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!decoder && !isAscii(bytes)) decoder = iconv.getDecoder(encodingOf(bytes, charset) ?? 'utf-8');
    yield decoder ? decoder.write(bytes) : bytes.toString('latin1');
  }
  yield decoder?.end() ?? '';
}

/** A file's text piece by piece, with LF at the ends of lines; bytes that the encoding has no character for are U+FFFD. */
export async function* decodedText(source: Source): AsyncIterable<string> {
  let held = '';
  for await (const piece of decoded(source)) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
  }
  if (held) yield '\n';
}
