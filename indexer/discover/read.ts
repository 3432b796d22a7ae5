import { readFile, stat } from 'node:fs/promises';
import type { Source } from '#indexer/formats/format.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { decode, sizeLimit, tooLarge } from './decode.ts';
import type { Found } from './files.ts';

async function bytesOf(found: Found): Promise<Outcome<Uint8Array>> {
  const { size } = await stat(found.file);
  if (size > sizeLimit) return tooLarge(found.name, size);
  return { ok: true, value: await readFile(found.file) };
}

/** A file's text. A file that may not be read is a failed outcome, as is one that is no text. */
export async function readSource(found: Found): Promise<Outcome<Source>> {
  const unreadable = (error: unknown): Outcome<never> => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const remedy = 'check that it is there and may be read';
    return { ok: false, source: found.name, reason: `cannot be read (${code})`, remedy };
  };
  const bytes = await bytesOf(found).catch(unreadable);
  if (!bytes.ok) return bytes;
  const text = decode(bytes.value, found.name);
  return text.ok ? { ok: true, value: { path: found.path, name: found.name, text: text.value } } : text;
}
