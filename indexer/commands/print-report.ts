import { harmless, print } from '#indexer/print.ts';
import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import type { Finding, Tag } from '#lib/report/finding.ts';
import type { DateBasis, Publisher, Report } from '#lib/report/report.ts';

interface Place {
  file: string;
  /** What tells it from the others of its file. */
  key: string | null;
  format: string;
  register: Register;
}

const WIDTH = 12;

function line(name: string, text: string): void {
  print(`${name.padEnd(WIDTH)}${harmless(text)}`);
}

function publisher(one: Publisher | null): string {
  return one ? `${one.name} (${one.id})` : 'none';
}

function basisOf({ from, quote, year }: DateBasis): string {
  const words = quote === null ? '' : `: “${quote}”`;
  return `by ${from}${words}${year ? `, its year by ${year.from}: “${year.quote}”` : ''}`;
}

function declaredOf({ declared }: Report): string {
  const stated = Object.entries(declared).filter(([, values]) => values.length > 0);
  return stated.map(([facet, values]) => `${facet} ${values.join(', ')}`).join('; ') || 'nothing';
}

/** `actor  Russia (russia): “Russian forces”, demonym, at 0-14 40-54`. */
function printTag(facet: EntityFacet, { id, alias, rule, spans }: Tag, register: Register): void {
  const label = register.get(facet, id)?.label ?? id;
  const places = spans.map(([from, to]) => `${from}-${to}`).join(' ');
  print(harmless(`    ${facet.padEnd(7)} ${label} (${id}): “${alias}”, ${rule}, at ${places}`));
}

function printFinding({ ordinal, kind, section, text, ...tags }: Finding, register: Register): void {
  print(harmless(`${ordinal + 1}. ${kind}${section === null ? '' : `, under “${section}”`}`));
  print(`    ${harmless(text)}`);
  for (const tag of tags.actors) printTag('actor', tag, register);
  for (const tag of tags.regions) printTag('region', tag, register);
  for (const tag of tags.topics) printTag('topic', tag, register);
}

/** A report in full, for people. */
export function printReport(report: Report, { file, key, format, register }: Place): void {
  line('file', key === null ? file : `${file}#${key}`);
  line('format', format);
  line('title', report.title);
  line('source', publisher(report.source));
  line('originator', publisher(report.originator));
  line('language', report.lang);
  line('url', report.url ?? 'none');
  line('id', report.id);
  line('covers', `${report.date ?? 'no day'}, ${basisOf(report.dateBasis)}`);
  line('published', report.publishedAt ?? 'not stated');
  line('summary', report.summary);
  line('declares', declaredOf(report));
  line('references', report.references.length === 0 ? 'none' : `${report.references.length}`);
  for (const reference of report.references) print(`    ${harmless(reference)}`);
  line('findings', `${report.findings.length}`);
  for (const finding of report.findings) printFinding(finding, register);
  print('');
}
