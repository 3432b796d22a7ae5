import type { Meilisearch } from '#lib/archive/client.ts';
import type { ReportDocument } from '#lib/archive/documents.ts';
import { attribute, facetIds } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { ask } from './ask.ts';
import type { Baseline, Distribution } from './counts.ts';
import type { SourceNames } from './labels.ts';
import { emptyQuery, type Query } from './query.ts';
import { archiveFigures, countOf, type Planned, sourcesOf } from './request.ts';
import { type Answer, indexFigures } from './response.ts';
import type { Result } from './result.ts';

type Type = Query['type'];
type Figures = Pick<Result['index'], 'updated_at' | 'reports' | 'findings'>;

export interface ReadBaseline {
  /** What the whole archive counts: of the archive that has these figures, or had some two seconds ago; without figures, as it was a minute ago at most. */
  (type: Type, figures?: Figures): Promise<Baseline>;
  /** How many reports there were when it was last counted; before that, there may be any number. */
  reports: () => number;
}

/** Tags are changed by curation too, which leaves the figures as they are. */
const KEEP_MS = 60_000;
/** While a run writes, each answer has other figures: the archive is not counted anew for each. */
const REST_MS = 2_000;

function rankedOf(distribution: Distribution): string[] {
  const counted = Object.entries(distribution).filter(([id]) => id !== NONE);
  return counted.sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1)).map(([id]) => id);
}

function namesOf(answer: Answer | undefined): SourceNames {
  const sources = (answer?.hits ?? []).map(({ source }) => source as ReportDocument['source']);
  return new Map(sources.map(({ id, name }) => [id, name]));
}

function baselineOf(answer: Answer | undefined, sources: SourceNames): Baseline {
  const facets = facetIds.map((id) => [id, answer?.facetDistribution?.[attribute(id)] ?? {}] as const);
  return {
    total: answer?.totalHits ?? 0,
    facets: Object.fromEntries(facets) as Record<FacetId, Distribution>,
    ranked: Object.fromEntries(facets.map(([id, counts]) => [id, rankedOf(counts)])) as Record<FacetId, string[]>,
    sources,
  };
}

function figuresKey({ updated_at, reports, findings }: Figures): string {
  return `${updated_at} ${reports} ${findings}`;
}

async function countAll(client: Meilisearch): Promise<{ key: string; baselines: Record<Type, Baseline> }> {
  const all = (type: Type) => countOf({ ...emptyQuery(), type }, '', facetIds.map(attribute));
  const planned: Planned[] = [
    { role: 'counts', search: all('finding') },
    { role: 'other', search: all('report') },
    sourcesOf(),
    ...archiveFigures(),
  ];
  const answers = await ask(client, planned);
  const sources = namesOf(answers.get('sources'));
  return {
    key: figuresKey(indexFigures(answers)),
    baselines: {
      finding: baselineOf(answers.get('counts'), sources),
      report: baselineOf(answers.get('other'), sources),
    },
  };
}

/** Counts the archive when first asked, and again when it has changed or a minute has passed; all who ask meanwhile share the answer. */
export function createBaseline(client: Meilisearch, now: () => number = Date.now): ReadBaseline {
  let kept: { at: number; counted: ReturnType<typeof countAll> } | undefined;
  let reports = Number.POSITIVE_INFINITY;
  const count = () => {
    const asked = { at: now(), counted: countAll(client) };
    kept = asked;
    asked.counted.then(
      ({ baselines }) => {
        reports = baselines.report.total;
      },
      () => {
        if (kept === asked) kept = undefined;
      },
    );
    return asked;
  };
  const read = async (type: Type, figures?: Figures) => {
    const known = kept && now() - kept.at < KEEP_MS ? kept : count();
    const { key, baselines } = await known.counted;
    const isFresh = !figures || key === figuresKey(figures) || now() - known.at < REST_MS;
    if (isFresh) return baselines[type];
    const newer = kept && kept !== known ? kept : count();
    return (await newer.counted).baselines[type];
  };
  return Object.assign(read, { reports: () => reports });
}
