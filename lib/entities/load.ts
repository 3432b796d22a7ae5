import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { RegisterFile } from './entity.ts';
import { createRegister, type Register } from './register.ts';

/** Under the project's folder, which is the working folder of the site and of every npm script. */
const registerFolder = join(process.cwd(), 'lib/entities/data');

/** @throws Error naming the file whose content does not fit. */
export function loadRegister(folder = registerFolder): Register {
  const names = readdirSync(/* turbopackIgnore: true */ folder).filter((name) => name.endsWith('.yaml'));
  return createRegister(names.sort().map((name) => readRegisterFile(join(folder, name))));
}

function readRegisterFile(file: string): RegisterFile {
  const read = RegisterFile.safeParse(parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8')));
  if (!read.success) throw new Error(`${file} is no register file:\n${z.prettifyError(read.error)}`);
  return read.data;
}
