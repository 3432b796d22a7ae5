import type { Meilisearch } from '#lib/archive/client.ts';
import type { FindingDocument } from '#lib/archive/documents.ts';
import { reportUrl, urlOf } from './hits.ts';
import { quoted } from './request.ts';

/** A finding as it stands in its report. */
type Placed = Pick<FindingDocument, 'id' | 'ordinal' | 'kind' | 'text' | 'section' | 'lang'> & { url: string };

/** A finding with those before and after it in its report. */
export interface Surroundings {
  finding: Placed;
  before: Placed | null;
  after: Placed | null;
  report: { id: string; title: string; url: string };
}

function placed(doc: FindingDocument): Placed {
  const { id, ordinal, kind, text, section, lang } = doc;
  return { id, ordinal, kind, text, section, lang, url: urlOf(doc) };
}

/**
 * Where a finding stands, or null where there is none of this id.
 * @throws the engine client's errors: see `isEngineDown`.
 */
export async function surroundingsOf(id: string, client: Meilisearch): Promise<Surroundings | null> {
  const findings = client.index<FindingDocument>('findings');
  const [doc] = (await findings.search('', { filter: [`id = ${quoted(id)}`], limit: 1 })).hits;
  if (!doc) return null;
  const { hits } = await findings.search('', {
    ...{ filter: [`report.id = ${quoted(doc.report.id)}`], sort: ['ordinal:asc'] },
    // Ordinals count from 0 without gaps.
    ...{ offset: Math.max(0, doc.ordinal - 1), limit: 3 },
  });
  const neighbour = (ordinal: number) => {
    const found = hits.find((hit) => hit.ordinal === ordinal);
    return found ? placed(found) : null;
  };
  return {
    finding: placed(doc),
    before: neighbour(doc.ordinal - 1),
    after: neighbour(doc.ordinal + 1),
    report: { id: doc.report.id, title: doc.report.title, url: reportUrl(doc.report.id) },
  };
}
