import getPort from 'get-port';
import type { Engine } from '#indexer/engine/engine.ts';
import type { NextApp } from '#indexer/serve/build.ts';
import { startSite } from '#indexer/serve/site.ts';
import { openBenchArchive } from './archive.ts';

export interface ServedArchive {
  engine: Engine;
  findings: number;
  /** The addresses of the apps, in their order. */
  urls: string[];
}

/** The sample archive, each finding `times` over, with these apps serving it while `work` goes on. */
export async function withSites(
  apps: NextApp[],
  times: number,
  print: (line: string) => void,
  work: (served: ServedArchive) => Promise<void>,
): Promise<void> {
  const { engine, dataFolder, findings, close } = await openBenchArchive(times);
  const closing = [close];
  try {
    const urls: string[] = [];
    for (const app of apps) {
      const site = await startSite({ engine, dataFolder, app, port: await getPort(), print });
      closing.unshift(site.stop);
      urls.push(site.url);
    }
    await work({ engine, findings, urls });
  } finally {
    for (const one of closing) await one();
  }
}
