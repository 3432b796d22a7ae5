import type { Found } from '#indexer/discover/files.ts';
import { sketch } from '#indexer/duplicates/sketch.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { type Reader, type Reading, readReports } from '#indexer/read-report.ts';
import type { ReportTagger } from '#indexer/tagging/tag-report.ts';

/** A report of a file, tagged, and the sample of its words by which copies are found. */
export interface Tagged extends Reading {
  sketch: number[];
}

export interface Tools extends Reader {
  tag: ReportTagger;
}

/** Letters after which reports go on to the next step. */
const CHUNK_LETTERS = 500_000;
const CHUNK_REPORTS = 50;

function tagged({ key, report }: Reading, { tag }: Tools): Tagged {
  return { key, report: tag(report), sketch: sketch(report.body) };
}

/** The reports of a file, tagged, some at a time. */
export async function* readChunks(found: Found, tools: Tools): AsyncIterable<Outcome<Tagged>[]> {
  let chunk: Outcome<Tagged>[] = [];
  let letters = 0;
  for await (const read of readReports(found, tools)) {
    chunk.push(read.ok ? { ok: true, value: tagged(read.value, tools) } : read);
    letters += read.ok ? read.value.report.body.length : 0;
    if (chunk.length < CHUNK_REPORTS && letters < CHUNK_LETTERS) continue;
    yield chunk;
    [chunk, letters] = [[], 0];
  }
  if (chunk.length > 0) yield chunk;
}
