import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '#indexer/engine/environment.ts';
import { birthOf, stopProcess } from '#indexer/engine/processes.ts';

export interface NextProcess {
  /** The exit code, 128 + the signal's number after a signal. */
  ended: Promise<number>;
  /** Ends it and all it started; returns when it is gone. Safe to call twice. */
  stop(): Promise<void>;
  /** The last lines it wrote, at most 16 kB; empty when they go to the terminal. */
  output(): string;
}

interface Options {
  root: string;
  environment?: Record<string, string>;
  /** Whether what it writes to stderr goes to this process's stderr, and the rest nowhere, instead of to `output`. */
  aloud: boolean;
}

/** Even a kill -9 of the supervisor must not leave a site that holds the port. */
const END_WITH_PARENT = "data:text/javascript,process.once('disconnect',()=>process.exit(1))";
const MOST_OUTPUT = 16_000;

/** Runs `next` with these arguments, in a process group of its own: a Ctrl-C reaches it through the supervisor, in order. */
export function runNext(args: string[], { root, environment = {}, aloud }: Options): NextProcess {
  const script = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, script, ...args], {
    cwd: root,
    detached: true,
    stdio: aloud ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['ignore', 'pipe', 'pipe', 'ipc'],
    env: childEnvironment({ ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-MOST_OUTPUT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      output += String(error);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
  const { pid = 0 } = child;
  const birth = birthOf(pid) ?? '';
  return { ended, stop: () => stopProcess({ pid, birth }), output: () => output.trim() };
}
