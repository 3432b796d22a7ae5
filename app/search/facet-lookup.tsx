'use client';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { NamedValues, ValuesWithin } from '#lib/search/facet-values.ts';
import type { Query } from '#lib/search/query.ts';
import { formatQuery } from '#lib/search/url.ts';
import { count } from '../format.ts';
import styles from './facet-list.module.css';
import { FacetRow, type RowContext } from './facet-row.tsx';
import type { Branch } from './tree.ts';
import { withFetched } from './tree-fetched.ts';

/** Most places that are listed at once where a reader opens one. */
const MOST_INSIDE = 200;

async function fetchValues<T>(path: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(path, { signal });
  if (!answer.ok) throw new Error(`the values were answered with ${answer.status}`);
  return answer.json();
}

/** Values of a facet by name, or within another, counted in a search. */
function lookup<T>(facet: RowContext['facet'], sought: { name: string } | { within: string }, query: Query) {
  const path = `/api/facets/${facet.id}?${new URLSearchParams(sought)}&${formatQuery({ ...query, page: 1 })}`;
  return queryOptions({
    queryKey: ['facet', path],
    queryFn: ({ signal }) => fetchValues<T>(path, signal),
    placeholderData: keepPreviousData,
    retry: 1,
  });
}

function Failed({ retry }: { retry: () => unknown }) {
  return (
    <p className={styles.note} role="alert">
      The values could not be looked up.{' '}
      <button type="button" className={styles.retry} onClick={() => void retry()}>
        Try again
      </button>
    </p>
  );
}

function toldOf({ label, plural }: RowContext['facet'], { name, values, truncated }: NamedValues): string {
  const found = values.length;
  if (found === 0) return `No ${label.toLowerCase()} by the name “${name}”.`;
  if (truncated) return `The first ${count(found)} ${plural} by this name; go on typing for others.`;
  return `${count(found)} ${found === 1 ? label.toLowerCase() : plural} by this name.`;
}

interface FoundProps extends RowContext {
  name: string;
  /** What stands in the place of the answer until there is one. */
  children: ReactNode;
}

/** The values that go by a name, in any script. */
export function FacetFound({ name, children, ...context }: FoundProps) {
  const { facet, query } = context;
  const { data, isError, isPlaceholderData, refetch } = useQuery(lookup<NamedValues>(facet, { name }, query));
  if (isError) return <Failed retry={refetch} />;
  return (
    <div className={styles.looking} aria-busy={!data || isPlaceholderData}>
      <p className={styles.note} role="status">
        {data ? toldOf(facet, data) : 'Looking …'}
      </p>
      {data ? (
        <ul>
          {data.values.map(({ alias, ...value }) => (
            <li key={value.id}>
              <FacetRow value={value} alias={alias === value.label ? undefined : alias} {...context} />
            </li>
          ))}
        </ul>
      ) : (
        children
      )}
    </div>
  );
}

interface InsideProps extends RowContext {
  branch: Branch;
  rows: (branches: Branch[]) => ReactNode;
}

/** All that lies directly in a value, in the place of the few of it that are listed. */
export function FacetInside({ facet, query, branch: { value, inside }, rows }: InsideProps) {
  const asked = lookup<ValuesWithin>(facet, { within: value.id }, { ...query, facetLimit: MOST_INSIDE });
  const { data, isError, isPlaceholderData, refetch } = useQuery(asked);
  return (
    <div className={styles.looking} aria-busy={!isError && (!data || isPlaceholderData)}>
      {rows(data ? withFetched(inside, data.values) : inside)}
      {isError && <Failed retry={refetch} />}
      {data?.truncated && (
        <p className={styles.note}>
          The {count(data.values.length)} most frequent of {count(value.inside ?? 0)} in {value.label} are listed.
        </p>
      )}
    </div>
  );
}
