import type { Meilisearch } from '#lib/archive/client.ts';
import type { ReportDocument } from '#lib/archive/documents.ts';
import { list } from './known.ts';

/** A report that shares samples with another. */
export type Sketched = Pick<ReportDocument, 'id' | 'sketch' | 'group'>;
type Sampled = Pick<ReportDocument, 'id' | 'sketch'>;

/** Searches of one request. */
const AT_ONCE = 50;
/** Candidates that are asked for; where there are more, standing phrases are among the samples. */
const ENOUGH = 30;
/** Reports beyond which a sample is of a standing phrase, and tells nothing. */
const COMMON = 20;

function near(index: string, { id, sketch }: Sampled, limit: number) {
  const filter = `sketch IN ${list(sketch)} AND id != ${JSON.stringify(id)}`;
  return { indexUid: index, filter, limit, attributesToRetrieve: ['id', 'sketch', 'group'] };
}

/** Adds those of its samples that many reports have to `standing`. */
async function noteStanding(
  client: Meilisearch,
  index: string,
  sketch: number[],
  standing: Set<number>,
): Promise<void> {
  const queries = sketch.map((value) => ({ indexUid: index, filter: `sketch = ${value}`, page: 1, hitsPerPage: 0 }));
  const { results } = await client.multiSearch({ queries });
  for (const [at, value] of sketch.entries()) if ((results[at]?.totalHits ?? 0) > COMMON) standing.add(value);
}

async function hitsOf(client: Meilisearch, queries: ReturnType<typeof near>[]): Promise<Sketched[][]> {
  if (queries.length === 0) return [];
  const { results } = await client.multiSearch<{ queries: typeof queries }, Sketched>({ queries });
  return results.map(({ hits }) => hits);
}

/**
 * For each of `reports`, those of the index that share samples with it. Samples that turn out to be of phrases which
 * stand in many reports are added to `standing`, and not asked for again.
 */
export async function candidatesOf(
  client: Meilisearch,
  index: string,
  reports: Sampled[],
  standing: Set<number>,
): Promise<Sketched[][]> {
  const telling = ({ id, sketch }: Sampled) => ({ id, sketch: sketch.filter((value) => !standing.has(value)) });
  const found: Sketched[][] = [];
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    const queries = reports.slice(from, from + AT_ONCE).map((report) => near(index, telling(report), ENOUGH));
    found.push(...(await hitsOf(client, queries)));
  }
  for (const [at, report] of reports.entries()) {
    if (found[at]?.length !== ENOUGH) continue;
    await noteStanding(client, index, telling(report).sketch, standing);
    const [hits = []] = await hitsOf(client, [near(index, telling(report), COMMON * telling(report).sketch.length)]);
    found[at] = hits;
  }
  return found;
}

/** Reports at hand, by their samples. */
export class Nearby<T extends Sampled> {
  private readonly bySample = new Map<number, T[]>();

  add(report: T): void {
    for (const value of report.sketch) {
      const known = this.bySample.get(value);
      if (known) known.push(report);
      else this.bySample.set(value, [report]);
    }
  }

  /** Those that share a sample with a sketch. */
  sharing(sketch: number[]): Set<T> {
    return new Set(sketch.flatMap((value) => this.bySample.get(value) ?? []));
  }
}
