'use client';
import { useQuery } from '@tanstack/react-query';
import type { FindingHit } from '#lib/search/result.ts';
import type { Surroundings as Found } from '#lib/search/surroundings.ts';
import { fetchJson } from '../fetch-json.ts';
import styles from './surroundings.module.css';

/** What stands around a finding in its report. */
export function Surroundings({ hit }: { hit: FindingHit }) {
  const { data, isError } = useQuery({
    queryKey: ['surroundings', hit.id],
    queryFn: ({ signal }) => fetchJson<Found>(`/api/findings/${hit.id}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  const whole = <a href={hit.report.url}>The whole report</a>;
  return (
    <section className={styles.surroundings} aria-label="Around this finding" aria-busy={!data && !isError}>
      {hit.section && (
        <p>
          Under <span lang={hit.lang}>“{hit.section}”</span>
        </p>
      )}
      {isError ? (
        <p role="alert">The archive did not answer. Close and open this again, or read {whole}.</p>
      ) : (
        <dl>
          <Neighbour name="Before" finding={data?.before} none="It is the first of its report." />
          <Neighbour name="After" finding={data?.after} none="It is the last of its report." />
        </dl>
      )}
      {!isError && <p>{whole}</p>}
    </section>
  );
}

function Neighbour({ name, finding, none }: { name: string; finding: Found['before'] | undefined; none: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd lang={finding?.lang}>{finding ? finding.text : finding === null ? none : 'Opening …'}</dd>
    </>
  );
}
