import type { Finding } from '#lib/report/finding.ts';
import { findingId, reportId, sha256 } from '#lib/report/ids.ts';
import type { Report } from '#lib/report/report.ts';
import type { Sources } from '#lib/report/sources.ts';
import { findDatesOf } from './dates/dates.ts';
import type { Found } from './discover/files.ts';
import { readSource } from './discover/read.ts';
import { type Findings, findFindings } from './findings/find-findings.ts';
import { keyList } from './findings/key-list.ts';
import { shortened } from './findings/summary.ts';
import type { Source } from './formats/format.ts';
import { formatOf } from './formats/formats.ts';
import { languageOf } from './language.ts';
import type { Outcome } from './outcome.ts';
import { publishersOf } from './publisher.ts';

const LEAD = 8;
/** Longest title that is made of a text without one. */
const TITLE = 120;

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

/** A decoded document as a report, untagged. A failed outcome where there is no text in it. */
export function toReport(source: Source, archivedAt: string, sources: Sources): Outcome<Report> {
  const { metadata, blocks } = formatOf(source).parse(source);
  const headings = keyList(blocks).headings.map((at) => blocks[at]?.text ?? '');
  const signs = { title: metadata.title ?? '', url: metadata.url, named: metadata.source, headings, lead: [] };
  const findings = findFindings(blocks, signs.title, publishersOf(sources, signs).boilerplate);
  const [first] = [...findings.passages, ...findings.key];
  if (!first)
    return {
      ok: false,
      source: source.name,
      reason: 'no text found',
      remedy: 'check that the file holds a report, with paragraphs or a list of findings',
    };
  const title = metadata.title ?? shortened(first.text, TITLE);
  const lead = findings.passages.slice(0, LEAD).map(({ text }) => text);
  const { source: publisher, originator, zone } = publishersOf(sources, { ...signs, title, lead });
  const id = reportId({ url: metadata.url, path: source.path });
  return {
    ok: true,
    value: {
      id,
      title,
      summary: findings.summary,
      body: findings.body,
      source: publisher,
      originator,
      url: metadata.url,
      lang: languageOf(findings.body, metadata.lang),
      ...findDatesOf({ title, metadata, blocks, zone }),
      archivedAt,
      hash: sha256(`${title}\n${findings.body}`),
      findings: findingsOf(id, findings),
    },
  };
}

/** A file as a report, untagged; what cannot be read comes as a failed outcome. `archivedAt` is an ISO instant. */
export async function readReport(found: Found, archivedAt: string, sources: Sources): Promise<Outcome<Report>> {
  const source = await readSource(found);
  return source.ok ? toReport(source.value, archivedAt, sources) : source;
}
