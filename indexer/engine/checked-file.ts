import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';

const CheckedFiles = z.record(z.string(), z.object({ size: z.number(), mtimeMs: z.number(), sha256: z.string() }));
type CheckedFiles = z.infer<typeof CheckedFiles>;

/**
 * Whether the file has this hash. A file that had is remembered in `memory` by path, size and time of change, and not
 * read again: 131 MB take most of a second.
 */
export async function hasHash(path: string, sha256: string, memory: string): Promise<boolean> {
  const { size, mtimeMs } = statSync(path);
  const known = readMemory(memory);
  const entry = known[path];
  if (entry?.size === size && entry.mtimeMs === mtimeMs && entry.sha256 === sha256) return true;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  if (hash.digest('hex') !== sha256) return false;
  const checked = { ...known, [path]: { size, mtimeMs, sha256 } } satisfies CheckedFiles;
  writeFileSync(memory, JSON.stringify(checked));
  return true;
}

function readMemory(memory: string): CheckedFiles {
  try {
    return CheckedFiles.parse(JSON.parse(readFileSync(memory, 'utf8')));
  } catch {
    return {};
  }
}
