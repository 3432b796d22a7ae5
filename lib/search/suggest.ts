import type { MultiSearchQuery } from 'meilisearch';
import { attribute, facetOf } from '#lib/facets/derive.ts';
import type { Facet, FacetId } from '#lib/facets/facets.ts';
import type { Distribution } from './counts.ts';
import { labelOf, type SourceNames } from './labels.ts';
import { entityNames, findNames, indexNames, type NamesIndex } from './names-index.ts';
import { emptyQuery } from './query.ts';
import { countOf } from './request.ts';
import type { Answer, Words } from './response.ts';
import type { Labelled } from './result.ts';

/** Something of the archive that goes by a name. */
export interface Suggestion extends Labelled {
  facet: FacetId;
  /** What it is: `person`, `armed-force`, `city`, `source`. */
  type: string;
  /** Which of its names was meant: the label where that will do. */
  alias: string;
  /** How many findings the archive has of it. */
  count: number;
}

/** The answer of `/api/suggest`. */
export interface Suggestions {
  /** The last words of what was asked for that begin a name. */
  name: string;
  values: Suggestion[];
}

/** What names are offered of. */
const NAMED = ['actor', 'region', 'topic', 'source'] as const satisfies FacetId[];
const MOST_VALUES = 8;
/** More publishers than one archive has. */
const MOST_SOURCES = 1000;

/** What the engine is asked for: how many findings each value has, and how the sources are called by their reports. */
export function suggestSearches(): MultiSearchQuery[] {
  return [
    countOf(emptyQuery(), '', NAMED.map(attribute)),
    {
      ...{ indexUid: 'reports', q: '', limit: MOST_SOURCES },
      ...{ distinct: attribute('source'), attributesToRetrieve: ['source'] },
    },
  ];
}

interface Counted {
  facet: Facet & { id: FacetId };
  counts: Distribution;
  names: NamesIndex;
}

type Shown = Pick<Words, 'register' | 'sources'>;

function countedOf(id: FacetId, answer: Answer | undefined, { register, sources }: Shown): Counted {
  const facet = facetOf(id) as Counted['facet'];
  const counts = answer?.facetDistribution?.[attribute(id)] ?? {};
  const labels = () => Object.keys(counts).map((one) => ({ id: one, text: labelOf(facet, one, register, sources) }));
  const names = 'entities' in facet ? entityNames(facet.entities, register) : indexNames(labels());
  return { facet, counts, names };
}

/** Values that findings have of a name: whose names begin with it before those with a word that does, most findings first. */
function named(name: string, counted: Counted[], { register, sources }: Shown): Suggestion[] {
  const found = counted.flatMap(({ facet, counts, names }) => {
    const findingsOf = (id: string) => (Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0);
    const there = [...findNames(names, name)].filter(([id]) => findingsOf(id) > 0);
    return there.map(([id, { text: alias, begins }]) => ({ facet, id, alias, begins, count: findingsOf(id) }));
  });
  return found
    .sort((a, b) => Number(b.begins) - Number(a.begins) || b.count - a.count || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_VALUES)
    .map(({ facet, id, alias, count }) => ({
      ...{ facet: facet.id, id, alias, count },
      label: labelOf(facet, id, register, sources),
      type: ('entities' in facet && register.get(facet.entities, id)?.type) || facet.id,
    }));
}

function namesOfReports(answer: Answer | undefined): SourceNames {
  const sources = (answer?.hits ?? []).map(({ source }) => source as { id: string; name: string });
  return new Map(sources.map(({ id, name }) => [id, name]));
}

/**
 * What the archive has by the longest end of `name` that begins a name: `drones Kursk Ob` is Kursk Oblast.
 * `answers` are those to `suggestSearches`.
 */
export function suggestions(name: string, answers: Answer[], { register, sources }: Shown): Suggestions {
  const [findings, reports] = answers;
  const shown = { register, sources: new Map([...namesOfReports(reports), ...sources]) };
  const counted = NAMED.map((id) => countedOf(id, findings, shown));
  const words = name.trim().split(/\s+/);
  for (const at of words.keys()) {
    const end = words.slice(at).join(' ');
    const values = named(end, counted, shown);
    if (values.length > 0) return { name: end, values };
  }
  return { name, values: [] };
}
