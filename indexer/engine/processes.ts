import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process, told by its birth from a later one that was given the same pid. */
export interface ProcessMark {
  pid: number;
  birth: string;
}

/** When the process started, as the system words it; null when there is none. A zombie is none. */
export function birthOf(pid: number): string | null {
  return process.platform === 'linux' ? birthFromProc(pid) : birthFromPs(pid);
}

export function ownMark(): ProcessMark {
  return { pid: process.pid, birth: birthOf(process.pid) ?? '' };
}

export function isAlive(mark: ProcessMark): boolean {
  return birthOf(mark.pid) === mark.birth;
}

/** Asks the process, with its group if it leads one, to end; kills it after `patience` milliseconds. Returns when it is gone. */
export async function stopProcess(mark: ProcessMark, patience = 10_000): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAlive(mark)) return;
    if (!sendSignal(-mark.pid, signal)) sendSignal(mark.pid, signal);
    await isGone(mark, patience);
  }
}

/** A negative pid means the process's group. False when there is nothing to receive the signal. */
function sendSignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function isGone(mark: ProcessMark, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  while (isAlive(mark) && Date.now() < deadline) await sleep(20);
}

function birthFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /^[ZX]/.test(fields[0] ?? 'X') ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function birthFromPs(pid: number): string | null {
  const answer = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, birth] = answer.stdout?.trim().split(/\s+(.*)/s) ?? [];
  return !state || !birth || state.startsWith('Z') ? null : birth;
}
