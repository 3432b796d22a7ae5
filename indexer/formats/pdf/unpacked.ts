import { constants, inflateSync } from 'node:zlib';

/** Bytes that one stream of a document may unpack to, and all of them. */
const MOST = 48 * 1024 * 1024;
const MOST_IN_ALL = 256 * 1024 * 1024;
/** Streams packed twice over and more are bombs. */
const LAYERS = 3;
const DICTIONARY = 2048;
/** The byte with which packed data begins. */
const DEFLATED = 0x78;

/** How long the unpacked bytes are; `MOST` and more where it would go on. What is broken counts for nothing. */
function unpackedLength(packed: Uint8Array, layers = LAYERS): number {
  try {
    const bytes = inflateSync(packed, { maxOutputLength: MOST, finishFlush: constants.Z_SYNC_FLUSH });
    const again = layers > 1 && bytes[0] === DEFLATED ? unpackedLength(bytes, layers - 1) : 0;
    return bytes.length + again;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? MOST : 0;
  }
}

/** Is it a document whose packed streams would fill the memory? Images do not count: they are never unpacked. */
export function isBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let all = 0;
  let end = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const head = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1);
    const from = at + 6 + (file[at + 6] === 13 ? 2 : 1);
    if (file[from] !== DEFLATED || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    if (end < from) end = file.indexOf('endstream', from);
    if (end < 0) end = file.length;
    const length = unpackedLength(file.subarray(from, end));
    all += length;
    if (length >= MOST || all >= MOST_IN_ALL) return true;
  }
  return false;
}
