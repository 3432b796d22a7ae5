import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readReports } from '#indexer/read-report.ts';
import { loadSources } from '#lib/report/load-sources.ts';
import type { Report } from '#lib/report/report.ts';

export const reader = { archivedAt: '2026-06-01T00:00:00Z', sources: loadSources() };

/** The one report of each file of a folder, by the file's name. @throws Error where one is in quarantine */
export async function reportsOf(folder: string): Promise<Map<string, Report>> {
  const reports = new Map<string, Report>();
  for (const name of readdirSync(folder).sort()) {
    const found = { path: name, file: join(folder, name), name, root: folder, url: null };
    for await (const read of readReports(found, reader)) {
      if (!read.ok) throw new Error(`${name}: ${read.reason}`);
      if (reports.has(name)) throw new Error(`${name} is more than one report`);
      reports.set(name, read.value.report);
    }
  }
  return reports;
}

export function keyOf({ findings }: Report): string[] {
  return findings.filter(({ kind }) => kind === 'key').map(({ text }) => text);
}

export function passagesOf({ findings }: Report): string[] {
  return findings.filter(({ kind }) => kind === 'passage').map(({ text }) => text);
}

/** Letters and digits alone: what two readings of a text must have in common. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const FURNITURE =
  /\[\d+\]|https?:|www\.|\bclick here\b|\bwe do not report in detail\b|^note\s*:|\bdownload the pdf\b|\bsubscribe\b.{0,40}$/i;
const NAME = String.raw`(?:\p{Lu}[\p{L}.'’-]+ ){1,3}\p{Lu}[\p{L}'’-]+`;
const AUTHORS = new RegExp(`^(?:By )?${NAME}(?:,? and ${NAME}|, ${NAME})*$`, 'u');

/** Has it no place in a finding: a mark of a footnote, an address, a note about the product, a button, a list of authors? */
export function isForeign(text: string): boolean {
  return FURNITURE.test(text) || AUTHORS.test(text);
}
