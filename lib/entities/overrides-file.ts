import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { sha256 } from '#lib/report/ids.ts';
import { curate, OverrideError } from './curate.ts';
import { type Override, readOverrides } from './overrides.ts';
import type { Register } from './register.ts';

/** What people write; it waits there until it is applied. */
export function overridesFile(dataFolder: string): string {
  return join(dataFolder, 'overrides.yaml');
}

/** The overrides that the archive was tagged with: `overrides.yaml` as it was when it was applied. */
export function appliedFile(dataFolder: string): string {
  return join(dataFolder, 'overrides.applied.yaml');
}

/** A file of overrides that cannot be followed: where and why, and what to do. */
export class OverridesFileError extends Error {
  override readonly name = 'OverridesFileError';
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** A file of overrides, read. */
export interface OverridesFile {
  file: string;
  text: string;
  overrides: Override[];
  /** Tells this content from others, whatever the comments; empty where there is none. */
  edition: string;
  lineOf: (path: PropertyKey[]) => number;
}

function lineFinder(document: Document, counter: LineCounter): OverridesFile['lineOf'] {
  return (path) => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
}

/** @throws OverridesFileError naming the line that is wrong. */
export function parseOverrides(text: string, file: string): OverridesFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [broken] = document.errors;
  if (broken)
    throw new OverridesFileError(
      `${file}, line ${counter.linePos(broken.pos[0]).line}: no YAML: ${broken.message}`,
      'mend that line',
    );
  const lineOf = lineFinder(document, counter);
  const read = readOverrides(document.toJS());
  if (!read.ok) {
    const place = read.path.slice(1).join('.');
    const where = `${file}, line ${lineOf(read.path)}${place && `, ${place}`}`;
    throw new OverridesFileError(`${where}: ${read.reason}`, 'mend that entry, or take it out: sitrep entities undo');
  }
  const { overrides } = read;
  return { file, text, overrides, lineOf, edition: overrides.length > 0 ? sha256(JSON.stringify(overrides)) : '' };
}

/** No file, no overrides. @throws OverridesFileError */
export function readOverridesFile(file: string): OverridesFile {
  const isThere = existsSync(/* turbopackIgnore: true */ file);
  return parseOverrides(isThere ? readFileSync(/* turbopackIgnore: true */ file, 'utf8') : '', file);
}

/** The register as a file's overrides have it. @throws OverridesFileError naming the line of the first that does not fit. */
export function curateBy(register: Register, { file, overrides, edition, lineOf }: OverridesFile): Register {
  if (overrides.length === 0) return register;
  try {
    return curate(register, overrides, edition);
  } catch (error) {
    if (!(error instanceof OverrideError)) throw error;
    const { at, message, remedy } = error;
    const where = `${file}, line ${lineOf([at])}, entry ${at + 1} (${overrides[at]?.action})`;
    throw new OverridesFileError(`${where}: ${message}`, remedy);
  }
}
