import type { Tagged } from '#indexer/workers/read-chunks.ts';
import type { Report } from '#lib/report/report.ts';
import { type Identity, identify } from './identify.ts';
import { inputId } from './inputs.ts';
import { type KnownReport, type Lookup, textKey } from './known.ts';
import type { OpenInput } from './open-inputs.ts';

/** A report read, and the input that it came from. */
export interface Waiting {
  input: OpenInput;
  read: Tagged;
}

/** A reading under its report's own id, with what the archive has of that report. */
export interface Arrival extends Waiting {
  before: KnownReport | undefined;
  /** Did this very file give it before, so that what is there is what was written? */
  own: boolean;
  addressOf: Identity | null;
}

function withId(report: Report, id: string): Report {
  if (report.id === id) return report;
  const renamed = (finding: string) => `${id}${finding.slice(report.id.length)}`;
  return { ...report, id, findings: report.findings.map((one) => ({ ...one, id: renamed(one.id) })) };
}

function arrivalOf({ input, read }: Waiting, id: string, addressOf: Identity | null, lookup: Lookup): Arrival {
  const { known } = input.change;
  const report = withId(addressOf ? { ...read.report, url: null } : read.report, id);
  const own = known?.done === true && known.reports.some((one) => one.key === read.key && one.id === id);
  return { input, read: { ...read, report }, before: lookup.byId(id), own, addressOf };
}

/**
 * Which reports were read, up to the first that another text of the batch is of too: that one is to be asked about when
 * the others are in the archive.
 */
export function identifyBatch(batch: Waiting[], lookup: Lookup): Arrival[] {
  const byId = new Map<string, Identity>();
  const byText = new Map<string, Identity>();
  const arrivals: Arrival[] = [];
  for (const waiting of batch) {
    const { id, addressOf } = identify(waiting.read, waiting.input.change, {
      byId: (wanted) => byId.get(wanted) ?? lookup.byId(wanted),
      byText: (text) => byText.get(textKey(text)) ?? lookup.byText(text),
    });
    const { title, hash, date } = waiting.read.report;
    const url = addressOf ? null : waiting.read.report.url;
    const here = byId.get(id);
    if (here && here.hash !== hash) break;
    const inputs = [...(here?.inputs ?? lookup.byId(id)?.inputs ?? []), inputId(waiting.input.change.found.file)];
    const identity = { id, title, hash, date, url, sketch: waiting.read.sketch, inputs };
    byId.set(id, identity);
    if (url === null) byText.set(textKey(identity), identity);
    arrivals.push(arrivalOf(waiting, id, addressOf, lookup));
  }
  return arrivals;
}
