import { inspect } from 'node:util';

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs `close` once before the process ends by SIGINT, SIGTERM or SIGHUP (exit code 128 + the signal's number) or by an
 * uncaught error (exit code 2). A second Ctrl-C changes nothing: npm sends each twice. The answer takes the handlers off.
 */
export function onExit(close: () => Promise<void>): () => void {
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    await close().catch(report);
    process.exit(code);
  };
  const fail = (error: unknown) => {
    // To tell of it may be what fails.
    if (ending) return;
    report(error);
    void end(2);
  };
  const handlers = Object.entries(SIGNALS).map(([signal, code]) => [signal, () => void end(code)] as const);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  process.on('uncaughtException', fail);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
    process.off('uncaughtException', fail);
  };
}

function report(error: unknown): void {
  process.stderr.write(`${inspect(error)}\n`);
}
