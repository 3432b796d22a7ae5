import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { Outcome } from '#indexer/outcome.ts';
import { startText } from './decode.ts';

/** Bytes of a file by which its format is known. */
const START = 64 * 1024;

/** How a file starts. */
export interface Start {
  /** Relative to the folder that was indexed, with `/`. */
  path: string;
  /** The first 64 kB. */
  bytes: Uint8Array;
  /** The same as clean text, null where it is none. */
  text: string | null;
}

/** A file to be read by a format. */
export interface Source {
  path: string;
  /** The file as the user would name it, for messages. */
  name: string;
  /** Bytes. */
  size: number;
  start: Start;
  /** Which column or field holds what, where the user said so: our name -> theirs. */
  mapping: Readonly<Record<string, string>>;
  /** The encoding that the server stated, for a file that was fetched. */
  charset?: string;
  /** The whole file. */
  bytes: () => Promise<Uint8Array>;
  /** The file piece by piece, for formats that hold many documents. */
  chunks: () => AsyncIterable<Uint8Array>;
}

interface Named {
  path: string;
  name: string;
  mapping?: Readonly<Record<string, string>>;
  charset?: string;
}

/** Bytes that are in memory already: an attachment, a test's. */
export function sourceOf({ path, name, mapping = {} }: Named, bytes: Uint8Array): Source {
  const start = bytes.subarray(0, START);
  return {
    ...{ path, name, mapping, size: bytes.length },
    start: { path, bytes: start, text: startText(start) },
    bytes: async () => bytes,
    chunks: async function* () {
      yield bytes;
    },
  };
}

/** A file on disk. One that may not be read is a failed outcome. */
export async function openSource(found: Named & { file: string }): Promise<Outcome<Source>> {
  const { path, name, file, mapping = {}, charset } = found;
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(new Uint8Array(START), 0, START, 0);
      const bytes = buffer.subarray(0, bytesRead);
      return {
        ok: true,
        value: {
          ...{ path, name, mapping, size, ...(charset && { charset }) },
          start: { path, bytes, text: startText(bytes, charset) },
          bytes: () => readFile(file),
          chunks: () => createReadStream(file),
        },
      };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const remedy = 'check that it is there and may be read';
    return { ok: false, source: name, reason: `cannot be read (${code})`, remedy };
  }
}
