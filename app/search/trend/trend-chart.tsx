'use client';
import { facetOf } from '#lib/facets/derive.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { change } from '#lib/search/edit.ts';
import { MOST_LINES } from '#lib/search/param-kinds.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { parseQuery } from '#lib/search/url.ts';
import { showQuery } from '../asking.ts';
import { HiddenInputs } from '../hidden-inputs.tsx';
import { QueryLink } from '../query-link.tsx';
import { Lines } from './lines.tsx';
import styles from './trend.module.css';

const OFFERED = ['actor', 'region', 'topic'] as const;
const MOST_OFFERED = 5;

interface Props {
  query: Query;
  result: Result;
}

/** Up to five searches over time, and a form to add one. */
export function TrendChart({ query, result }: Props) {
  return (
    <div className={styles.trend}>
      {result.trends.length > 0 && <Lines query={query} result={result} />}
      {query.compare.length < MOST_LINES ? (
        <AddLine query={query} result={result} />
      ) : (
        <p>Five lines are compared, which is the most.</p>
      )}
    </div>
  );
}

/** The form that adds a line: words, or one of the values that the results have most. */
function AddLine({ query, result }: Props) {
  const { compare } = query;
  const offered = OFFERED.flatMap((facet) => {
    const values = result.facets[facet]?.values ?? [];
    const free = values.filter(({ id, count }) => id !== NONE && count > 0 && !compare.includes(`${facet}:${id}`));
    return free.length > 0 ? [{ facet, values: free.slice(0, MOST_OFFERED) }] : [];
  });
  return (
    <details>
      <summary>{compare.length > 0 ? 'Add a line' : 'Compare over time'}</summary>
      <form
        action="/"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = [...new FormData(event.currentTarget)] as [string, string][];
          const parsed = parseQuery(new URLSearchParams(fields));
          if (parsed.ok) showQuery(parsed.query);
          event.currentTarget.reset();
        }}
      >
        <label htmlFor="compare">Words to compare; five lines at most</label>
        <input id="compare" name="compare" required maxLength={200} pattern="[^:]+" title="Words without a colon" />
        <HiddenInputs query={query} except={[]} />
        <button type="submit">Compare</button>
      </form>
      {offered.map(({ facet, values }) => (
        <p key={facet}>
          {facetOf(facet).label}:{' '}
          {values.map(({ id, label }, at) => (
            <span key={id}>
              {at > 0 && ' · '}
              <QueryLink
                query={change(query, { compare: [...compare, `${facet}:${id}`] })}
                aria-label={`Compare ${facetOf(facet).label} ${label}`}
              >
                {label}
              </QueryLink>
            </span>
          ))}
        </p>
      ))}
    </details>
  );
}
