import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { EngineError } from './engine-error.ts';
import { isAlive, ownMark } from './processes.ts';

const Owner = z.object({ pid: z.number(), birth: z.string() });

/** Longer than the longest work under the lock: a hung engine waited for (30 s), stopped (20 s), and another started (30 s). */
const PATIENCE_MS = 100_000;
/** A lock file is made and filled in two steps; one that is still empty after this was left so. */
const FILLING_MS = 5_000;

/**
 * Does the work while no other process, and no other call of this one, does work under the same lock file.
 * The lock of a process that died is taken over.
 * @throws {EngineError} when the lock is not to be had within 100 s.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!takeLock(file)) {
    if (Date.now() > deadline) throw lockedOut(file);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    freeLock(file);
  }
}

export function freeLock(file: string): void {
  rmSync(file, { force: true });
}

/** Takes the lock if it is free, or if who had it died; else false. */
export function takeLock(file: string): boolean {
  return tryLock(file) || (removeIfAbandoned(file) && tryLock(file));
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(ownMark()), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return false;
  }
}

/** Answers whether it is worth while to try again. */
function removeIfAbandoned(file: string): boolean {
  try {
    const content = readFileSync(file, 'utf8');
    if (!isAbandoned(file, content)) return false;
    // Renamed first: of several that found the lock abandoned, one gets it, and never another's new lock unseen.
    const aside = `${file}.${process.pid}`;
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') === content) rmSync(aside);
    else renameSync(aside, file);
  } catch {
    // Another was quicker; the next try shows what is there now.
  }
  return true;
}

function isAbandoned(file: string, content: string): boolean {
  if (!content) return Date.now() - statSync(file).mtimeMs > FILLING_MS;
  const owner = Owner.safeParse(parsed(content));
  return !owner.success || !isAlive(owner.data);
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function lockedOut(file: string): EngineError {
  return new EngineError(
    'another process has been starting or stopping the search engine for more than 100 s',
    `Wait for it, or stop it; if there is none, remove ${file}.`,
  );
}
