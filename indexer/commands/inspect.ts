import { resolve } from 'node:path';
import type { Found } from '#indexer/discover/files.ts';
import { discoverMapped } from '#indexer/discover/mapped.ts';
import { formatOf } from '#indexer/formats/formats.ts';
import { openSource } from '#indexer/formats/source.ts';
import type { Outcome } from '#indexer/outcome.ts';
import { printJson, tellProblem } from '#indexer/print.ts';
import { createReportTagger } from '#indexer/tagging/tag-report.ts';
import { readChunks, type Tagged, type Tools } from '#indexer/workers/read-chunks.ts';
import { loadArchiveRegister } from '#lib/entities/load.ts';
import { env } from '#lib/env.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import { printReport } from './print-report.ts';
import { type MappingOptions, statedMapping } from './stated-mapping.ts';

interface InspectOptions extends MappingOptions {
  json?: boolean;
}

async function formatLabel(found: Found): Promise<string> {
  const source = await openSource(found);
  const format = source.ok ? formatOf(source.value) : source;
  return format.ok ? format.value.label : 'none that is known';
}

async function* readingsOf(files: AsyncIterable<Outcome<Found>>, tools: Tools) {
  for await (const found of files)
    if (!found.ok) yield { read: found, file: found.source, format: '' };
    else {
      const [file, format] = [found.value.name, await formatLabel(found.value)];
      for await (const chunk of readChunks(found.value, tools))
        for (const read of chunk) yield { read: read satisfies Outcome<Tagged>, file, format };
    }
}

/** `sitrep inspect FILE…`: each report of the files in full, as it would be read. No engine is needed. */
export async function inspectCommand(named: string[], options: InspectOptions): Promise<number> {
  const paths = named.map((path) => resolve(env.callerFolder(), path));
  const files = discoverMapped(paths, await statedMapping(options));
  const register = loadArchiveRegister(env.dataFolder());
  const tools = { archivedAt: new Date().toISOString(), sources: loadSources(), tag: createReportTagger(register) };
  let failed = 0;
  for await (const { read, file, format } of readingsOf(files, tools)) {
    if (!read.ok) {
      failed += 1;
      tellProblem(read);
    } else if (options.json) printJson(read.value.report);
    else printReport(read.value.report, { file, key: read.value.key, format, register });
  }
  return failed > 0 ? 1 : 0;
}
