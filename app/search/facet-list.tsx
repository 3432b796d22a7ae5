'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FacetId } from '#lib/facets/facets.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { combine } from '#lib/search/edit.ts';
import { isName } from '#lib/search/param-kinds.ts';
import type { Query } from '#lib/search/query.ts';
import type { FacetCounts, FacetValue } from '#lib/search/result.ts';
import { useLive } from '../ui/live.tsx';
import { FacetFoot } from './facet-foot.tsx';
import styles from './facet-list.module.css';
import type { FacetFound } from './facet-lookup.tsx';
import type { RowContext } from './facet-row.tsx';
import { FacetRows } from './facet-rows.tsx';
import { QueryLink } from './query-link.tsx';
import { searchOptions } from './search-options.ts';
import { branchesOf, inSight } from './tree.ts';

/** A list of more is looked through by name. */
const FEW = 8;
/** Rows that are seen at a glance. */
const GLANCE = 15;

function withNone({ values, missing }: FacetCounts): FacetValue[] {
  if (missing === 0 || values.some(({ id }) => id === NONE)) return values;
  const state = { active: false, excluded: false, parent: null };
  return [...values, { id: NONE, label: 'Not tagged', count: missing, ...state }];
}

interface Props extends Pick<RowContext, 'facet' | 'query'> {
  counts: FacetCounts;
  total: number;
}

/** A facet set like a table of contents, with what is chosen of it in its head. */
export function FacetList({ facet, counts: few, query, total }: Props) {
  const isLive = useLive();
  const [text, setText] = useState('');
  const [Found, setFound] = useState<typeof FacetFound>();
  const load = async () => {
    const lookup = await import('./facet-lookup.tsx');
    setFound(() => lookup.FacetFound);
  };
  const [asked, setAsked] = useState(0);
  const limit = Math.max(asked, query.facetLimit);
  const counts = useLonger(facet.id, query, few, limit);
  const { values } = counts;
  const chosen = values.filter(({ active, excluded }) => active || excluded).length;
  const context = { facet, query, largest: Math.max(total, ...values.map((value) => value.count), 1) };
  const isLong = values.length > FEW;
  const title = `facet-${facet.id}-title`;
  const list = (
    <>
      <FacetRows {...inSight(branchesOf(withNone(counts)), GLANCE)} {...context} />
      <FacetFoot facet={facet} query={query} counts={counts} limit={limit} onLimit={setAsked} />
    </>
  );
  return (
    <section className={styles.facet} id={`facet-${facet.id}`} aria-labelledby={title}>
      <details open>
        <summary className={styles.head}>
          <h3 className={styles.title} id={title}>
            {facet.label} {chosen > 0 && <span className={styles.chosen}>{chosen} selected</span>}
          </h3>
        </summary>
        {(isLong || text) && (
          <div className={styles.lookup}>
            {isLive && <Field plural={facet.plural} text={text} setText={setText} load={load} />}
          </div>
        )}
        {Found && isName(text) ? (
          <Found name={text.trim()} {...context}>
            {list}
          </Found>
        ) : (
          list
        )}
        <Combining facet={facet} query={query} />
      </details>
    </section>
  );
}

/** The values of a facet, more of them than the search lists where they are asked for and have come. */
function useLonger(id: FacetId, query: Query, few: FacetCounts, limit: number): FacetCounts {
  const longer = { ...query, facets: [id], facetLimit: limit, page: 1, perPage: 1, compare: [] };
  const isLonger = limit > query.facetLimit;
  const { data } = useQuery({ ...searchOptions(longer), enabled: isLonger });
  return (isLonger && data?.facets[id]) || few;
}

/** Whether any of the values chosen is to be there, or all of them. */
function Combining({ facet, query }: Pick<RowContext, 'facet' | 'query'>) {
  const { op, only } = query.filters[facet.id];
  if (op === 'any' && (only.length < 2 || facet.kind === 'choice')) return null;
  return (
    <p className={styles.combining}>
      With{' '}
      {(['any', 'all'] as const).map((one) => (
        <QueryLink key={one} query={combine(query, facet.id, one)} aria-current={one === op ? 'true' : undefined}>
          {one} of them
        </QueryLink>
      ))}
    </p>
  );
}

interface FieldProps {
  plural: string;
  text: string;
  setText: (text: string) => void;
  /** What the values are looked up with. */
  load: () => Promise<void>;
}

function Field({ plural, text, setText, load }: FieldProps) {
  return (
    <input
      type="search"
      className={styles.field}
      aria-label={`Search in ${plural}`}
      placeholder={`Search in ${plural}`}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onFocus={() => void load()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !text) return;
        // The panel of a narrow screen would close.
        event.preventDefault();
        setText('');
      }}
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
    />
  );
}
