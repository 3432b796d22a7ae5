import type { EntityFacet } from '#lib/entities/entity.ts';
import type { Register } from '#lib/entities/register.ts';
import { entityToken } from '#lib/entities/token.ts';
import { facets, type Subject } from '#lib/facets/facets.ts';
import { type Stored, stored } from '#lib/facets/kinds.ts';
import type { Finding, Tag } from '#lib/report/finding.ts';
import { sha256 } from '#lib/report/ids.ts';
import type { DateBasis, Declared, Publisher, Report } from '#lib/report/report.ts';
import { bodyParts } from './body-parts.ts';
import { decided, FACET_TAGS } from './decided.ts';

type Facets = Record<string, Stored>;

/** Another report that says the same, from another address. */
export interface Copy {
  id: string;
  title: string;
  url: string | null;
  source: Publisher;
  publishedAt: string | null;
}

/** What a finding and its report both carry. */
interface Common {
  id: string;
  facets: Facets;
  /** Tokens of all entities that the text names: what makes "Zelenskyy" find "Zelenskiy". */
  names: string[];
  source: Publisher;
  originator: Publisher | null;
  lang: string;
  date: string | null;
  basis: DateBasis['from'];
  publishedAt: string | null;
  archivedAt: string;
  /** The same in milliseconds, to be compared. */
  arrived: number;
  /** The group of reports that say the same: the id of one of them. */
  group: string;
  /** Does an earlier report of its group say the same? Then a search finds that one. */
  copy: boolean;
  /** The later ones of its group that say the same. */
  also: Copy[];
}

/** A finding as the engine keeps it. */
export interface FindingDocument extends Common {
  /** `url` is where it stood, as of a report. */
  report: Pick<ReportDocument, 'id' | 'title' | 'url'>;
  ordinal: number;
  kind: Finding['kind'];
  /** 1 for a listed key finding: of equal matches these come first. */
  weight: number;
  text: string;
  section: string | null;
  tags: Record<EntityFacet, Tag[]>;
}

/** A report as the engine keeps it; its findings are documents of their own. */
export interface ReportDocument extends Common {
  title: string;
  summary: string;
  body: string;
  /** What of the body lies behind the words that the engine indexes of one attribute. */
  rest: Record<string, string>;
  url: string | null;
  dateBasis: DateBasis;
  findings: number;
  references: string[];
  declared: Declared;
  stated: Declared;
  hash: string;
  /** Tells whether what would be written now is what was written: SHA-256 of its documents, but for what `Held` and the grouping add. */
  revision: string;
  /** The earliest of its group, where that is another. */
  copyOf: string | null;
  /** A sample of its shingles, by which copies are found. */
  sketch: number[];
  /** Ids of the inputs that it was read from. */
  inputs: string[];
  /** The input that this text is from, and when its file last changed, in milliseconds. */
  from: string;
  modified: number;
  /** When its text last changed, and how many earlier texts are kept. */
  revisedAt: string | null;
  revisions: number;
  tags: Record<EntityFacet, Pick<Tag, 'id'>[]>;
}

/** What the archive knows of a report besides what the report says. */
export type Held = Pick<ReportDocument, 'sketch' | 'inputs' | 'from' | 'modified' | 'revisedAt' | 'revisions'>;

export interface Documents {
  report: ReportDocument;
  findings: FindingDocument[];
}

function tagsOf(finding: Finding): Record<EntityFacet, Tag[]> {
  return { actor: finding.actors, region: finding.regions, topic: finding.topics };
}

function commonOf(subject: Subject, register: Register): Omit<Common, 'id'> {
  const { report, findings } = subject;
  const { source, originator, lang, date, dateBasis, publishedAt, archivedAt } = report;
  return {
    facets: Object.fromEntries(facets.map((facet) => [facet.id, stored(facet, subject, register)])),
    names: [...new Set(findings.flatMap(({ mentions }) => mentions))].map(entityToken),
    ...{ source, originator, lang, date, basis: dateBasis.from, publishedAt, archivedAt },
    arrived: Date.parse(archivedAt),
    ...{ group: report.id, copy: false, also: [] },
  };
}

/** The entities of all findings, those of the most findings first, and those that the document states. */
function reportTags({ findings, stated }: Report): ReportDocument['tags'] {
  const ranked = (facet: EntityFacet) => {
    const counts = new Map(stated[facet].map((id) => [id, 0]));
    for (const finding of findings)
      for (const { id } of finding[FACET_TAGS[facet]]) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a).map(([id]) => ({ id }));
  };
  return { actor: ranked('actor'), region: ranked('region'), topic: ranked('topic') };
}

/** A tagged report as documents of the two indexes, in a group of its own, with what people decided of its tags. */
export function documentsOf(tagged: Report, register: Register, held: Held): Documents {
  const report = decided(tagged, register);
  const findings = report.findings.map((finding) => ({
    ...commonOf({ report, findings: [finding] }, register),
    id: finding.id,
    report: { id: report.id, title: report.title, url: report.url },
    ordinal: finding.ordinal,
    kind: finding.kind,
    weight: finding.kind === 'key' ? 1 : 0,
    text: finding.text,
    section: finding.section,
    tags: tagsOf(finding),
  }));
  const { id, title, summary, url, dateBasis, hash, references, declared, stated } = report;
  const whole = {
    ...commonOf({ report, findings: report.findings, stated: report.stated }, register),
    ...{ id, title, summary, url, dateBasis, hash, references, declared, stated },
    ...bodyParts(report.body),
    findings: findings.length,
    tags: reportTags(report),
  };
  return { report: { ...whole, ...held, copyOf: null, revision: revisionOf(whole, findings) }, findings };
}

/** The same documents in another group. */
export function inGroup({ report, findings }: Documents, group: string): Documents {
  return { report: { ...report, group }, findings: findings.map((finding) => ({ ...finding, group })) };
}

/** Without the day of arrival, which a report keeps. */
function revisionOf(report: object, findings: FindingDocument[]): string {
  const arrival = new Set(['archivedAt', 'arrived', 'archived']);
  return sha256(JSON.stringify([report, findings], (key, value) => (arrival.has(key) ? undefined : value)));
}
