import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Engine } from '#indexer/engine/engine.ts';
import { buildSite, type NextApp, SITE } from './build.ts';
import { checkPort } from './check-port.ts';
import { type NextProcess, runNext } from './next-process.ts';
import { SiteError } from './site-error.ts';

export interface Site {
  url: string;
  /** The exit code, once the site's process has ended, for whatever reason. */
  stopped: Promise<number>;
  stop(): Promise<void>;
}

export interface SiteOptions {
  engine: Pick<Engine, 'host' | 'searchKey'>;
  port: number;
  /** What it listens on: this machine alone unless another name or address, such as 0.0.0.0, is asked for. */
  hostname?: string | undefined;
  dataFolder: string;
  /** The project's folder. */
  root?: string;
  /** Another app of the project to run in the site's place. */
  app?: NextApp;
  print: (line: string) => void;
  /** Breaks off the building and the starting. */
  signal?: AbortSignal;
}

const PATIENCE_MS = 60_000;
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the site if need be and starts it with a key that may only search. Returns when it answers.
 * @throws {SiteError} when the port is taken, when the site cannot be built, or does not answer within 60 s.
 */
export async function startSite(options: SiteOptions): Promise<Site> {
  const { engine, port, dataFolder, print, signal, hostname = 'localhost', root = PROJECT, app = SITE } = options;
  await checkPort(port);
  await buildSite({ root, app, print, signal });
  const environment = { MEILI_URL: engine.host, MEILI_SEARCH_KEY: await engine.searchKey(), SITREP_DATA: dataFolder };
  if (signal?.aborted) throw new SiteError('the start was broken off', 'Start again.');
  const site = runNext(['start', app.folder, '-p', String(port), '-H', hostname], { root, environment, aloud: true });
  const url = `http://${isEveryAddress(hostname) ? 'localhost' : hostname}:${port}`;
  await answers(url, site, signal).catch(async (error) => {
    await site.stop();
    throw error;
  });
  return { url, stopped: site.ended, stop: site.stop };
}

async function answers(url: string, site: NextProcess, signal?: AbortSignal): Promise<void> {
  let code: number | null = null;
  void site.ended.then((ended) => {
    code = ended;
  });
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && !signal?.aborted) {
    if (await hasAnswered(url)) return;
    if (code !== null)
      throw new SiteError(`the site ended while starting (exit code ${code})`, 'Its own words are above.');
    await sleep(50);
  }
  throw new SiteError('the site did not answer within 60 s', 'See what it wrote above, and start again.');
}

async function hasAnswered(url: string): Promise<boolean> {
  try {
    // Any answer will do, an error page too.
    await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) }).then((response) => response.text());
    return true;
  } catch {
    return false;
  }
}

function isEveryAddress(hostname: string): boolean {
  return hostname === '0.0.0.0' || hostname === '::';
}
