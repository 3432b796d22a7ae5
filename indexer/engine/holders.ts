import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, ownMark } from './processes.ts';

let opened = 0;

/** Notes that this process uses the engine, once more if it does already. The answer takes the note back. */
export function addHolder(holders: string): () => void {
  const { pid, birth } = ownMark();
  opened += 1;
  const file = join(holders, `${pid}-${opened}`);
  writeFileSync(file, birth);
  return () => rmSync(file, { force: true });
}

/** How many uses there are; the notes of processes that died are removed. */
export function countHolders(holders: string): number {
  const names = readdirSync(holders);
  const dead = names.filter((name) => !isHeld(holders, name));
  for (const name of dead) rmSync(join(holders, name), { force: true });
  return names.length - dead.length;
}

function isHeld(holders: string, name: string): boolean {
  return isAlive({ pid: Number.parseInt(name, 10), birth: readFileSync(join(holders, name), 'utf8') });
}
