import { consola } from 'consola';
import type { Tally } from './load/tally.ts';

/** An error that says what to do. */
interface Remedied {
  message: string;
  remedy: string;
}

function hasRemedy(error: unknown): error is Remedied {
  return error instanceof Error && 'remedy' in error && typeof error.remedy === 'string';
}

/** A line of the answer, on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What went wrong, on standard error: message and remedy where the error has one, all of it where it is unforeseen. */
export function tell(error: unknown): void {
  if (hasRemedy(error)) consola.error(`${error.message}\n  ${error.remedy}`);
  else if (error instanceof Error && error.name === 'LoadError') consola.error(error.message);
  else consola.error(error);
}

export function tellProblem({ source, reason, remedy }: { source: string; reason: string; remedy: string }): void {
  consola.warn(`${source}: ${reason}; ${remedy}`);
}

export function tellNotice(notice: string): void {
  consola.info(notice);
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
