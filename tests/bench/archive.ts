import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '#indexer/engine/engine.ts';
import { indexArchive } from '#indexer/index-archive.ts';
import { done } from '#indexer/load/tasks.ts';
import { archiveClient } from '#lib/archive/client.ts';
import type { FindingDocument } from '#lib/archive/documents.ts';
import { loadRegister } from '#lib/entities/load.ts';

export interface BenchArchive {
  engine: Engine;
  dataFolder: string;
  findings: number;
  close: () => Promise<void>;
}

/** The sample archive on an engine of its own, each finding `times` over on other days, so that there is something to search in. */
export async function openBenchArchive(times: number): Promise<BenchArchive> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'sitrep-bench-'));
  const engine = await openEngine({ dataFolder });
  const client = archiveClient(engine.host, engine.masterKey);
  await indexArchive(['indexer/sample/archive'], { client, register: loadRegister() });
  const { results } = await client.index('findings').getDocuments<FindingDocument>({ limit: 10_000 });
  for (let copy = 1; copy < times; copy++) {
    const copies = (results as FindingDocument[]).map((one) => copyOf(one, copy));
    await done(client.index('findings').addDocuments(copies), `copy ${copy}`);
  }
  const { numberOfDocuments } = await client.index('findings').getStats();
  return {
    engine,
    dataFolder,
    findings: numberOfDocuments,
    close: async () => {
      await engine.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function copyOf(finding: FindingDocument, copy: number): FindingDocument {
  const days = finding.facets.date as Record<string, number | null>;
  const shift = ([field, day]: [string, number | null]) => [field, day === null ? null : day - 60 * (copy % 12)];
  return {
    ...finding,
    id: `${finding.id}-${copy}`,
    facets: { ...finding.facets, date: Object.fromEntries(Object.entries(days).map(shift)) },
  };
}
