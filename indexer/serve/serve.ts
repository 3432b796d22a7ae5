import type { Engine } from '#indexer/engine/engine.ts';
import { onExit } from '#indexer/engine/on-exit.ts';
import { env } from '#lib/env.ts';
import { checkPort } from './check-port.ts';
import { endWithNpm } from './end-with-npm.ts';
import { keepEngine } from './keep-engine.ts';
import { type Site, type SiteOptions, startSite } from './site.ts';

export interface ServeOptions extends Pick<SiteOptions, 'port' | 'hostname' | 'root'> {
  dataFolder?: string;
  /** What is to be done before the site starts, such as indexing a sample into an empty archive. */
  prepare: (engine: Engine) => Promise<void>;
  print?: (line: string) => void;
}

/**
 * Runs the engine and the site until one of them is gone for good, and then ends the other. The answer is the exit code.
 * After Ctrl-C or SIGTERM it ends the process itself, with both stopped.
 * @throws {EngineError | SiteError} when either does not start, and what `prepare` throws; nothing is left running.
 */
export async function serve({ prepare, print = printLine, ...options }: ServeOptions): Promise<number> {
  const dataFolder = options.dataFolder ?? env.dataFolder();
  await checkPort(options.port);
  const ending = new AbortController();
  const keeping = keepEngine({ dataFolder, print });
  let starting: Promise<Site> | undefined;
  const close = once(async () => {
    ending.abort();
    await (await starting?.catch(() => null))?.stop();
    await (await keeping.catch(() => null))?.close();
  });
  const forget = onExit(close);
  const unwatch = endWithNpm();
  try {
    const { engine, lost } = await keeping;
    await prepare(engine);
    ending.signal.throwIfAborted();
    starting = startSite({ ...options, engine, dataFolder, print, signal: ending.signal });
    const site = await starting;
    print(`Sitrep is at ${site.url}`);
    const end = await Promise.race([site.stopped.then((code) => `the site ended (exit code ${code})`), lost]);
    if (!ending.signal.aborted) print(`${end}; stopping`);
    return 1;
  } finally {
    await close();
    unwatch();
    forget();
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
