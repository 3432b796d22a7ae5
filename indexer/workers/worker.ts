import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import Tinypool from 'tinypool';
import type { Found } from '#indexer/discover/files.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { createReportTagger } from '#indexer/tagging/tag-report.ts';
import { registerFrom } from '#lib/entities/register.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import { readChunks, type Tagged } from './read-chunks.ts';

export interface Job {
  found: Found;
  archivedAt: string;
  /** Says first that the work has begun (null); then all chunks but the last go out here, each when the one before was taken. */
  port: MessagePort;
}

/** What a thread is made with: the entities of the run's register as JSON, in memory that all threads share. */
export interface Tools {
  entities: SharedArrayBuffer;
}

const { entities } = Tinypool.workerData satisfies Tools;
const tag = createReportTagger(registerFrom(JSON.parse(Buffer.from(entities).toString())));
const sources = loadSources();

/** Reads one file; the answer is its last chunk. */
export default async function read({ found, archivedAt, port }: Job): Promise<Outcome<Tagged>[]> {
  port.postMessage(null);
  let last: Outcome<Tagged>[] = [];
  try {
    for await (const chunk of readChunks(found, { archivedAt, sources, tag })) {
      if (last.length > 0) {
        port.postMessage(last);
        await once(port, 'message');
      }
      last = chunk;
    }
    return last;
  } finally {
    port.close();
  }
}
