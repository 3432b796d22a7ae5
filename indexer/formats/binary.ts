const SIGNATURES: readonly (readonly [start: string, what: string])[] = [
  ['%PDF', 'a PDF document'],
  ['PK\x03\x04', 'a zip archive or Office document'],
  ['PK\x05\x06', 'an empty zip archive'],
  ['{\\rtf', 'an RTF document'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a media file'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['\xd0\xcf\x11\xe0', 'an old Office document'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3', 'an SQLite database'],
  ['ID3', 'a sound file'],
];

const TAB = 9;
const ESCAPE = 27;

function isControl(byte: number): boolean {
  return byte < 32 && !(byte >= TAB && byte <= 13) && byte !== ESCAPE;
}

/** What kind of binary file the bytes are, or null where they may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) return known[1];
  if (bytes.includes(0)) return 'a binary file';
  let controls = 0;
  for (const byte of bytes) if (isControl(byte)) controls += 1;
  return controls > 1 && controls * 200 > bytes.length ? 'a binary file' : null;
}
