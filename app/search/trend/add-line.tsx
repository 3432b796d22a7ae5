import { facetOf } from '#lib/facets/derive.ts';
import { NONE } from '#lib/facets/kinds.ts';
import { change } from '#lib/search/edit.ts';
import { MOST_LINES } from '#lib/search/param-kinds.ts';
import type { Query } from '#lib/search/query.ts';
import type { Result } from '#lib/search/result.ts';
import { parseQuery } from '#lib/search/url.ts';
import { HiddenInputs } from '../hidden-inputs.tsx';
import { QueryLink, showQuery } from '../query-link.tsx';
import styles from './trend.module.css';

const OFFERED = ['actor', 'region', 'topic'] as const;
const MOST_OFFERED = 5;

/** The form that adds a line: words, or one of the values that the results have most. */
export function AddLine({ query, result }: { query: Query; result: Result }) {
  const { compare } = query;
  if (compare.length >= MOST_LINES) return <p>Five lines are compared, which is the most.</p>;
  const compared = (line: string) => change(query, { compare: [...compare, line] });
  return (
    <details>
      <summary>{compare.length > 0 ? 'Add a line' : 'Compare over time'}</summary>
      <form
        action="/"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get('compare');
          const parsed = parseQuery(new URLSearchParams({ compare: String(words) }));
          if (parsed.ok && parsed.query.compare[0]) showQuery(compared(parsed.query.compare[0]));
          event.currentTarget.reset();
        }}
      >
        <label htmlFor="compare">Words to compare, up to five lines in all</label>
        <input
          id="compare"
          name="compare"
          required
          maxLength={200}
          pattern="[^:]*[^:\s][^:]*"
          title="Words without a colon"
        />
        <HiddenInputs query={query} except={[]} />
        <button type="submit">Compare</button>
      </form>
      {OFFERED.map((facet) => {
        const values = result.facets[facet]?.values.filter(
          ({ id, count }) => id !== NONE && count > 0 && !compare.includes(`${facet}:${id}`),
        );
        return (
          values &&
          values.length > 0 && (
            <p key={facet}>
              {facetOf(facet).label}:{' '}
              {values.slice(0, MOST_OFFERED).map(({ id, label }, at) => (
                <span key={id}>
                  {at > 0 && ' · '}
                  <QueryLink query={compared(`${facet}:${id}`)} aria-label={`Compare ${label}`}>
                    {label}
                  </QueryLink>
                </span>
              ))}
            </p>
          )
        );
      })}
    </details>
  );
}
