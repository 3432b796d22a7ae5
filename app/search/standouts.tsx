'use client';
import { facetOf } from '#lib/facets/derive.ts';
import type { FacetId } from '#lib/facets/facets.ts';
import { choose, narrow, withWord } from '#lib/search/edit.ts';
import type { Insight, Standout } from '#lib/search/insight.ts';
import type { Query } from '#lib/search/query.ts';
import { count, percent } from '../format.ts';
import styles from './standouts.module.css';
import { ValueRow } from './value-row.tsx';

interface Props {
  query: Query;
  /** Its words with the quotation mark that is missing, or null. */
  repaired: string | null;
  insight: Insight;
}

/** What tells these results from the rest of the archive, each with one click to add or exclude. */
export function Standouts({ query, repaired, insight }: Props) {
  const { total, all, stands_out: standsOut, words } = insight;
  const noun = `${query.type}s`;
  const groups = Object.entries(standsOut) as [FacetId, Standout[]][];
  const nothing = words.length === 0 && groups.every(([, values]) => values.length === 0);
  if (nothing)
    return (
      <p className={styles.scope}>
        {total === all
          ? `These are all ${noun} of the archive. What stands out in a search is told here.`
          : `Nothing stands out in these ${count(total)} ${noun} against all ${count(all)}.`}
      </p>
    );
  return (
    <>
      <p className={styles.scope}>
        Share of these {count(total)} {noun}, and of all {count(all)}
      </p>
      {groups.map(([facet, values]) => (
        <Group key={facet} title={facetOf(facet).plural} values={values} insight={insight}>
          {(value) => ({ only: narrow(query, facet, value.id), not: choose(query, facet, value.id, 'not') })}
        </Group>
      ))}
      <Group title="words" values={words} insight={insight}>
        {({ label }) => ({ only: withWord(query, label, repaired), not: withWord(query, `-${label}`, repaired) })}
      </Group>
    </>
  );
}

interface GroupProps {
  title: string;
  values: Standout[];
  insight: Insight;
  children: (value: Standout) => { only: Query; not: Query };
}

function Group({ title, values, insight: { total, all }, children }: GroupProps) {
  if (values.length === 0) return null;
  return (
    <section className={styles.group} aria-label={`${title} that stand out`}>
      <h3 className={styles.title}>{title}</h3>
      <ul>
        {values.map((value) => {
          const { only, not } = children(value);
          const [here, inAll] = [percent(value.count, total), percent(value.count_in_all, all)];
          return (
            <li key={value.id}>
              <ValueRow
                label={value.label}
                numbers={
                  <>
                    {here} <span className={styles.inAll}>{inAll}</span>
                  </>
                }
                share={value.count / total}
                include={{ query: only, name: `Only ${value.label}, ${here}, ${inAll} in all` }}
                exclude={{ query: not, name: `Leave out ${value.label}` }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
