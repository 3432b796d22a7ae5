import type { ReportDocument } from '#lib/archive/documents.ts';
import type { EntityFacet } from '#lib/entities/entity.ts';
import { register } from '../../archive.ts';
import styles from './report.module.css';

const HEADINGS: Record<EntityFacet, string> = { actor: 'Actors', region: 'Regions', topic: 'Topics' };
const MOST = 15;

/** What the report is about, those of the most findings first; each leads to all findings about it. */
export function Subjects({ report }: { report: ReportDocument }) {
  const facets = (Object.keys(HEADINGS) as EntityFacet[]).filter((facet) => report.tags[facet].length > 0);
  return (
    <aside className={styles.subjects} aria-label="What this report is about">
      {facets.map((facet) => (
        <section key={facet}>
          <h2 className={styles.subjectsTitle}>{HEADINGS[facet]}</h2>
          <ul>
            {report.tags[facet].slice(0, MOST).map(({ id }) => (
              <li key={id}>
                <a href={`/?${facet}=${id}`}>{register().get(facet, id)?.label ?? id}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}
