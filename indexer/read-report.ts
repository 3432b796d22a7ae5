import type { Finding } from '#lib/report/finding.ts';
import { findingId, reportId, sha256 } from '#lib/report/ids.ts';
import type { Declared, Report } from '#lib/report/report.ts';
import type { Sources } from '#lib/report/sources.ts';
import { findDatesOf } from './dates/dates.ts';
import type { Found } from './discover/files.ts';
import { type Findings, findFindings } from './findings/find-findings.ts';
import { keyList } from './findings/key-list.ts';
import { partNotes } from './findings/notes.ts';
import { shortened } from './findings/summary.ts';
import type { Item } from './formats/format.ts';
import { formatOf } from './formats/formats.ts';
import { openSource } from './formats/source.ts';
import { languageOf } from './language.ts';
import type { Outcome } from './outcome.ts';
import { publishersOf } from './publisher.ts';

const LEAD = 8;
/** Longest title that is made of a text without one. */
const TITLE = 120;

const NONE: Declared = { actor: [], region: [], topic: [] };

/** Untagged findings, each text once: two of one text would have one id. */
function findingsOf(report: string, { key, passages }: Findings): Finding[] {
  const statements = [
    ...key.map((statement) => ({ ...statement, kind: 'key' as const })),
    ...passages.map((statement) => ({ ...statement, kind: 'passage' as const })),
  ];
  const byId = new Map<string, (typeof statements)[number]>();
  for (const statement of statements) {
    const id = findingId(report, statement.text);
    if (!byId.has(id)) byId.set(id, statement);
  }
  return [...byId].map(([id, { kind, text, section }], ordinal) => ({
    id,
    ordinal,
    kind,
    text,
    section,
    actors: [],
    regions: [],
    topics: [],
    mentions: [],
  }));
}

/** Where a document was found. */
type Place = Pick<Found, 'path' | 'name' | 'url'>;

/** `archivedAt` is an ISO instant. */
export interface Reader {
  archivedAt: string;
  sources: Sources;
}

/** A report, and what tells it from the others of its file. */
export interface Reading {
  key: string | null;
  report: Report;
}

/** A document as a report, untagged. A failed outcome where there is no text in it. */
export function toReport(item: Item, place: Place, { archivedAt, sources }: Reader): Outcome<Report> {
  const { text: blocks, notes } = partNotes(item.blocks);
  const metadata = { ...item.metadata, url: item.metadata.url ?? (item.key === null ? place.url : null) };
  const headings = keyList(blocks).headings.map((at) => blocks[at]?.text ?? '');
  const signs = { title: metadata.title ?? '', url: metadata.url, named: metadata.source, headings, lead: [] };
  const findings = findFindings(blocks, signs.title, publishersOf(sources, signs).boilerplate);
  const [first] = [...findings.passages, ...findings.key];
  if (!first) return noText(place.name, item.key);
  const title = metadata.title ?? shortened(first.text, TITLE);
  const lead = findings.passages.slice(0, LEAD).map(({ text }) => text);
  const { source, originator, zone } = publishersOf(sources, { ...signs, title, lead });
  const path = item.key === null ? place.path : `${place.path}#${item.key}`;
  const id = reportId({ url: metadata.url, path });
  return {
    ok: true,
    value: {
      ...{ id, title, source, originator, archivedAt, url: metadata.url },
      ...{ summary: findings.summary, body: findings.body },
      lang: languageOf(findings.body, metadata.lang),
      ...findDatesOf({ title, metadata, blocks, zone }),
      hash: sha256(`${title}\n${findings.body}`),
      references: notes.map(({ text }) => text),
      declared: item.declared ?? NONE,
      stated: NONE,
      findings: findingsOf(id, findings),
    },
  };
}

function noText(name: string, key: string | null): Outcome<never> {
  return {
    ok: false,
    source: key === null ? name : `${name}#${key}`,
    reason: 'no text found',
    remedy: 'check that it holds a report, with paragraphs or a list of findings',
  };
}

/** The reports of a file, untagged; what cannot be read comes as a failed outcome. */
export async function* readReports(found: Found, reader: Reader): AsyncIterable<Outcome<Reading>> {
  if (found.refused) return yield { ok: false, ...found.refused };
  const source = await openSource(found);
  if (!source.ok) return yield source;
  const format = formatOf(source.value);
  if (!format.ok) return yield format;
  for await (const item of format.value.read(source.value)) {
    if (!item.ok) {
      yield item;
      continue;
    }
    const report = toReport(item.value, found, reader);
    yield report.ok ? { ok: true, value: { key: item.value.key, report: report.value } } : report;
  }
}
