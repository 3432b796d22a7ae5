import type { Meilisearch } from '#lib/archive/client.ts';
import type { ReportDocument } from '#lib/archive/documents.ts';
import { list } from './known.ts';

/** A report that shares samples with another. */
export type Sketched = Pick<ReportDocument, 'id' | 'sketch' | 'group'>;
type Sampled = Pick<ReportDocument, 'id' | 'sketch'>;

/** Searches of one request. */
const AT_ONCE = 50;
const ENOUGH = 30;
/** A sample that more reports have is of a standing phrase, and tells nothing. */
const COMMON = 200;

function near(index: string, id: string, sketch: number[], limit: number) {
  const filter = `sketch IN ${list(sketch)} AND id != ${JSON.stringify(id)}`;
  return { indexUid: index, filter, limit, attributesToRetrieve: ['id', 'sketch', 'group'] };
}

/** Those of its samples that few reports have. */
async function rareOf(client: Meilisearch, index: string, sketch: number[]): Promise<number[]> {
  const queries = sketch.map((value) => ({ indexUid: index, filter: `sketch = ${value}`, page: 1, hitsPerPage: 0 }));
  const { results } = await client.multiSearch({ queries });
  return sketch.filter((_, at) => (results[at]?.totalHits ?? 0) <= COMMON);
}

async function byRare(client: Meilisearch, index: string, { id, sketch }: Sampled): Promise<Sketched[]> {
  const rare = await rareOf(client, index, sketch);
  if (rare.length === 0) return [];
  const query = near(index, id, rare, COMMON * 5);
  const { results } = await client.multiSearch<{ queries: (typeof query)[] }, Sketched>({ queries: [query] });
  return results[0]?.hits ?? [];
}

/** For each of `reports`, those of the index that share samples with it. */
export async function candidatesOf(client: Meilisearch, index: string, reports: Sampled[]): Promise<Sketched[][]> {
  const found: Sketched[][] = [];
  for (let from = 0; from < reports.length; from += AT_ONCE) {
    const queries = reports.slice(from, from + AT_ONCE).map(({ id, sketch }) => near(index, id, sketch, ENOUGH));
    const { results } = await client.multiSearch<{ queries: typeof queries }, Sketched>({ queries });
    found.push(...results.map(({ hits }) => hits));
  }
  for (const [at, report] of reports.entries())
    if (found[at]?.length === ENOUGH) found[at] = await byRare(client, index, report);
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

  /** Those that share two samples or more, or the only one, with a sketch. */
  sharing(sketch: number[]): T[] {
    const shared = new Map<T, number>();
    for (const report of sketch.flatMap((value) => this.bySample.get(value) ?? []))
      shared.set(report, (shared.get(report) ?? 0) + 1);
    const least = Math.min(2, sketch.length);
    return [...shared].filter(([, count]) => count >= least).map(([report]) => report);
  }
}
