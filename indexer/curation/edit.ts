import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Document, isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { ActionName } from '#lib/entities/overrides.ts';
import { curateBy, type OverridesFile, parseOverrides, readOverridesFile } from '#lib/entities/overrides-file.ts';
import type { Register } from '#lib/entities/register.ts';

const HEAD = ` What this archive does otherwise than the register of actors, regions and topics, in order.
 Changes wait here: "sitrep entities preview" shows what they touch, "sitrep entities apply" brings them in.`;

function openList(text: string): Document {
  const document = parseDocument(text);
  if (isSeq(document.contents)) return document;
  const list = new YAMLSeq();
  list.flow = false;
  const comment = document.commentBefore ?? document.comment;
  return Object.assign(document, { contents: list, commentBefore: comment ?? HEAD, comment: null });
}

function textOf(document: Document): string {
  if (isSeq(document.contents)) document.contents.flow = document.contents.items.length === 0;
  return document.toString({ lineWidth: 120 });
}

/** A file's text with one more entry at its end; comments stay. */
export function withEntry(text: string, action: ActionName, what: object): string {
  const document = openList(text);
  document.add(document.createNode({ [action]: what }));
  return textOf(document);
}

/** The same without the entry at a place, from 0. */
export function withoutEntry(text: string, at: number): string {
  const document = openList(text);
  document.deleteIn([at]);
  return textOf(document);
}

/** Whoever reads the file meets the old text or the new one. */
export function replaceFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}

/**
 * Writes a file of overrides with another text, if the register allows what it then says.
 * @throws OverridesFileError, and the file is as it was.
 */
export function editOverrides(
  file: string,
  register: Register,
  edit: (before: OverridesFile) => string,
): OverridesFile {
  const after = parseOverrides(edit(readOverridesFile(file)), file);
  curateBy(register, after);
  replaceFile(file, after.text);
  return after;
}
