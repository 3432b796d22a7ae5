import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as z from 'zod';
import { parseYaml } from '#lib/yaml.ts';
import { RegisterFile } from './entity.ts';
import { createRegister, type Register } from './register.ts';

/** Under the project's folder, which is the working folder of the site and of every npm script. */
const registerFolder = join(process.cwd(), 'lib/entities/data');

/** What people curate is YAML; what scripts derive is JSON Lines, which is read many times as fast. */
const parsers = new Map([
  ['.yaml', parseYaml],
  ['.jsonl', parseLines],
]);

/** The facet, type and licence of the file in its first line, then an entry a line. */
function parseLines(text: string): unknown {
  const [head, ...entries] = text.trimEnd().split('\n');
  return { ...JSON.parse(head ?? ''), entries: entries.map((line) => JSON.parse(line)) };
}

/** @throws Error naming the file whose content does not fit. */
export function loadRegister(folder = registerFolder): Register {
  const names = readdirSync(/* turbopackIgnore: true */ folder).filter((name) => parsers.has(extname(name)));
  return createRegister(names.sort().map((name) => readRegisterFile(join(folder, name))));
}

function readRegisterFile(file: string): RegisterFile {
  const parse = parsers.get(extname(file));
  const read = RegisterFile.safeParse(parse?.(readFileSync(/* turbopackIgnore: true */ file, 'utf8')));
  if (!read.success) throw new Error(`${file} is no register file:\n${z.prettifyError(read.error)}`);
  return read.data;
}
