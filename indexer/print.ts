import { createConsola } from 'consola';
import type { Problem } from '#lib/archive/records.ts';
import type { Tally } from './load/tally.ts';

/** All that is not the answer goes to standard error. */
const log = createConsola({ stdout: process.stderr, stderr: process.stderr, formatOptions: { date: false } });

/** An error that says what to do. */
interface Remedied {
  message: string;
  remedy: string;
}

function hasRemedy(error: unknown): error is Remedied {
  return error instanceof Error && 'remedy' in error && typeof error.remedy === 'string';
}

/** Text of files and of reports as a terminal may have it: nothing that moves the cursor, or turns the line around. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (one) => (/[\n\t]/.test(one) ? ' ' : ''));
}

/** What a write meets where the other end of a pipe, or the terminal, is gone. */
const GONE = ['EPIPE', 'EIO'];

/** From now on, whoever reads our lines may stop reading: the work goes on. */
export function outlivePipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!GONE.includes(error.code ?? '')) throw error;
    });
}

/** A line of the answer, on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line of JSON, on standard output. */
export function printJson(value: object): void {
  print(JSON.stringify(value));
}

/** What went wrong, on standard error: message and remedy where the error has one, all of it where it is unforeseen. */
export function tell(error: unknown): void {
  if (hasRemedy(error)) log.error(`${error.message}\n  ${error.remedy}`);
  else if (error instanceof Error && error.name === 'LoadError') log.error(harmless(error.message));
  else if (error instanceof Error && error.name === 'MeilisearchRequestError')
    log.error(
      `the search engine does not answer any more: ${error.message}\n  What was written stays. Try again: the run goes on where it was.`,
    );
  else log.error(error);
}

export function tellProblem({ source, reason, remedy }: Problem): void {
  log.warn({ message: harmless(`${source}: ${reason}; ${remedy}`), badge: false });
}

export function tellNotice(notice: string): void {
  log.info(harmless(notice));
}

/** What a run did, in a line. */
export function summaryOf({ added, changed, unchanged, findings, copies, problems, missing, removed }: Tally): string {
  const some = (count: number, what: string) => (count > 0 ? [`${count} ${what}`] : []);
  return [
    `${added} report${added === 1 ? '' : 's'} added`,
    `${changed} changed (${findings} findings)`,
    `${unchanged} unchanged`,
    ...some(copies, 'the same as others'),
    ...some(removed, 'removed'),
    ...some(missing, 'whose files are gone, kept (--prune takes them out)'),
    `${problems} not read`,
  ].join(', ');
}
