import { useEffect, useState } from 'react';
import type { FindingHit } from '#lib/search/result.ts';
import type { Surroundings as Found } from '#lib/search/surroundings.ts';
import styles from './surroundings.module.css';

/** What stands around a finding in its report. It imports nothing of the page, so that its code is apart. */
export function Surroundings({ hit }: { hit: FindingHit }) {
  const { found, failed } = useFound(hit.id);
  const whole = <a href={hit.report.url}>The whole report</a>;
  return (
    <section className={styles.surroundings} aria-label="Around this finding" aria-busy={!found && !failed}>
      {hit.section && (
        <p>
          Under <span lang={hit.lang}>“{hit.section}”</span>
        </p>
      )}
      {failed ? (
        <p role="alert">The archive did not answer. Close and open this again, or read {whole}.</p>
      ) : (
        <dl>
          <Neighbour name="Before" finding={found?.before} none="It is the first of its report." />
          <Neighbour name="After" finding={found?.after} none="It is the last of its report." />
        </dl>
      )}
      {!failed && <p>{whole}</p>}
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

function useFound(id: string): { found: Found | undefined; failed: boolean } {
  const [found, setFound] = useState<Found>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const left = new AbortController();
    const read = async () => {
      const answer = await fetch(`/api/findings/${id}`, { signal: left.signal });
      if (!answer.ok) throw new Error(`finding ${id} was answered with ${answer.status}`);
      setFound(await answer.json());
    };
    read().catch(() => setFailed(!left.signal.aborted));
    return () => left.abort();
  }, [id]);
  return { found, failed };
}
