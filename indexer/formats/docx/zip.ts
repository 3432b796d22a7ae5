import { gunzipSync } from 'node:zlib';

/** An entry of an archive, packed. Sizes in bytes, as the archive states them. */
export interface Entry {
  name: string;
  packed: Buffer;
  size: number;
  crc: number;
  method: 'stored' | 'deflated' | 'other';
  locked: boolean;
}

const END = 'PK\x05\x06';
const CENTRAL = 0x02014b50;
const LONGEST_COMMENT = 65_557;
const MOST_ENTRIES = 10_000;
const GZIP_HEAD = Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 3]);

function methodOf(code: number): Entry['method'] {
  if (code === 0) return 'stored';
  return code === 8 ? 'deflated' : 'other';
}

function entryAt(file: Buffer, at: number): Entry {
  const packedSize = file.readUInt32LE(at + 20);
  const local = file.readUInt32LE(at + 42);
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (from + packedSize > file.length) throw new RangeError('an entry lies outside of the file');
  return {
    name: file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28)),
    packed: file.subarray(from, from + packedSize),
    size: file.readUInt32LE(at + 24),
    crc: file.readUInt32LE(at + 16),
    method: methodOf(file.readUInt16LE(at + 10)),
    locked: (file.readUInt16LE(at + 8) & 1) === 1,
  };
}

/** What an archive's directory lists. @throws RangeError where it is cut or damaged. */
export function entriesOf(file: Buffer): Entry[] {
  const end = file.subarray(-LONGEST_COMMENT).lastIndexOf(END, undefined, 'latin1');
  if (end < 0) throw new RangeError('no directory');
  const directory = Math.max(0, file.length - LONGEST_COMMENT) + end;
  const count = file.readUInt16LE(directory + 10);
  if (count > MOST_ENTRIES) throw new RangeError('too many entries');
  const entries: Entry[] = [];
  let at = file.readUInt32LE(directory + 16);
  // Else another reader may take other bytes for the directory.
  if (at + file.readUInt32LE(directory + 12) !== directory) throw new RangeError('the directory is not where it says');
  for (let number = 0; number < count; number += 1) {
    if (file.readUInt32LE(at) !== CENTRAL) throw new RangeError('no entry where one should be');
    entries.push(entryAt(file, at));
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** An entry's content, checked against its checksum. @throws where it is damaged, or longer than `most` bytes. */
export function unpacked({ packed, method, crc, size }: Entry, most: number): Buffer {
  if (method === 'stored' && packed.length <= most) return packed;
  if (method !== 'deflated') throw new RangeError('too long, or packed in an unknown way');
  const sums = Buffer.alloc(8);
  sums.writeUInt32LE(crc, 0);
  sums.writeUInt32LE(size, 4);
  return gunzipSync(Buffer.concat([GZIP_HEAD, packed, sums]), { maxOutputLength: most });
}
