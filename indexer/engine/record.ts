import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

/** What `engine.json` says of the engine that was started last; it may have ended since. */
export const EngineRecord = z.object({
  pid: z.number().int().positive(),
  birth: z.string().min(1),
  port: z.number().int().positive(),
  started: z.iso.datetime(),
});
export type EngineRecord = z.infer<typeof EngineRecord>;

export function readRecord(file: string): EngineRecord | null {
  try {
    return EngineRecord.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

export function writeRecord(file: string, record: EngineRecord): void {
  writeFileSync(file, `${JSON.stringify(record)}\n`);
}
