import type { FindingDocument, ReportDocument } from './documents.ts';

/** Why a report, or a whole input, could not be read. */
export interface Problem {
  source: string;
  reason: string;
  remedy: string;
}

/** What became of an input: a file that was read, as the engine keeps it. It is written when all that it gave is. */
export interface InputDocument {
  /** From the file's absolute path. */
  id: string;
  file: string;
  /** All folders that the file lies in, absolute. */
  folders: string[];
  /** Relative to the folder that was indexed. */
  path: string;
  url: string | null;
  mapping: Readonly<Record<string, string>>;
  /** As the server that it was fetched from said. */
  charset: string | null;
  /** Why it is not read, whatever it holds. */
  refused: Problem | null;
  /** Bytes, and the milliseconds at which content and entry last changed. */
  size: number;
  modified: number;
  changed: number;
  /** SHA-256 of the bytes. */
  hash: string;
  /** Of what read and tagged it: another stamp, and it is to be read again. */
  stamp: string;
  /** False while a run changes what it gave. */
  done: boolean;
  readAt: string;
  /** What tells its reports apart, and their ids. */
  reports: { key: string | null; id: string }[];
  /** Ids of reports that it gave once and does not give now. */
  gone: string[];
  /** At most 1,000 of them are kept. */
  problems: Problem[];
  failed: number;
}

/** An earlier text of a report. */
export interface RevisionDocument
  extends Pick<
    ReportDocument,
    'title' | 'summary' | 'body' | 'rest' | 'url' | 'date' | 'dateBasis' | 'publishedAt' | 'hash' | 'references'
  > {
  id: string;
  report: string;
  /** When this text came into the archive, and when another took its place. */
  archivedAt: string;
  replacedAt: string;
  findings: Pick<FindingDocument, 'id' | 'ordinal' | 'kind' | 'text' | 'section'>[];
}
