import { facetOf } from '#lib/facets/derive.ts';
import type { Facet, FacetId } from '#lib/facets/facets.ts';
import type { Baseline, Distribution } from './counts.ts';
import { labelOf } from './labels.ts';
import { entityNames, findNames, indexNames, type NamesIndex } from './names-index.ts';
import type { Words } from './response.ts';
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

interface Counted {
  facet: Facet & { id: FacetId };
  counts: Distribution;
  names: NamesIndex;
}

type Shown = Pick<Words, 'register' | 'sources'>;

function countedOf(id: FacetId, counts: Distribution, { register, sources }: Shown): Counted {
  const facet = facetOf(id) as Counted['facet'];
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

/**
 * What the archive has by the longest end of `name` that begins a name: `drones Kursk Ob` is Kursk Oblast.
 * `counts`: how many findings each value has.
 */
export function suggestions(name: string, counts: Baseline['facets'], shown: Shown): Suggestions {
  const counted = NAMED.map((id) => countedOf(id, counts[id], shown));
  const words = name.trim().split(/\s+/);
  for (const at of words.keys()) {
    const end = words.slice(at).join(' ');
    const values = named(end, counted, shown);
    if (values.length > 0) return { name: end, values };
  }
  return { name, values: [] };
}
