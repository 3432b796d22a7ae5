import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import * as z from 'zod';
import { parseYaml } from '#lib/yaml.ts';
import { type Entry, RegisterFile } from './entity.ts';
import { appliedFile, curateBy, readOverridesFile } from './overrides-file.ts';
import { createRegister, type Register } from './register.ts';

/** Under the project's folder, which is the working folder of the site and of every npm script. */
const registerFolder = join(process.cwd(), 'lib/entities/data');

/** What people curate is YAML; what scripts derive is JSON Lines, which is read many times as fast. */
const readers = new Map([
  ['.yaml', readYaml],
  ['.jsonl', readLines],
]);

/** @throws ZodError */
function readYaml(text: string): RegisterFile {
  return RegisterFile.parse(parseYaml(text));
}

/**
 * The facet, type and licence of the file in its first line, then an entry a line. Lines are a script's, and many: the tests
 * check each of them, a start only that they are JSON.
 * @throws SyntaxError, ZodError
 */
function readLines(text: string): RegisterFile {
  const headEnd = text.indexOf('\n');
  const entries: Entry[] = JSON.parse(`[${text.slice(headEnd).trim().replaceAll('\n', ',')}]`);
  // Filled in place: a copy of each of tens of thousands would take as long as reading them.
  for (const entry of entries) {
    entry.aliases ??= NONE;
    entry.demonyms ??= NONE;
    entry.metonyms ??= NONE;
  }
  const head = RegisterFile.parse({ ...JSON.parse(text.slice(0, headEnd)), entries: [] });
  return { ...head, entries };
}

const NONE: string[] = [];

/** @throws Error naming the file whose content does not fit. */
export function loadRegister(folder = registerFolder): Register {
  const names = readdirSync(/* turbopackIgnore: true */ folder).filter((name) => readers.has(extname(name)));
  return createRegister(names.sort().flatMap((name) => readRegisterFile(join(folder, name))));
}

/** The register as an archive was tagged with it: with the overrides that were applied. @throws OverridesFileError */
export function loadArchiveRegister(dataFolder: string): Register {
  return curateBy(loadRegister(), readOverridesFile(appliedFile(dataFolder)));
}

function readRegisterFile(file: string): RegisterFile[] {
  try {
    const read = readers.get(extname(file));
    return read ? [read(readFileSync(/* turbopackIgnore: true */ file, 'utf8'))] : [];
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new Error(`${file} is no register file:\n${reason}`);
  }
}
