'use client';
import { memo, useMemo } from 'react';
import type { Query } from '#lib/search/query.ts';
import type { Hit } from '#lib/search/result.ts';
import { dayParts, longDay } from '../format.ts';
import styles from './days.module.css';
import { runs, upTo } from './group.ts';
import { ReportGroup } from './report-group.tsx';

const Report = memo(ReportGroup);

interface Props {
  hits: Hit[];
  query: Query;
  /** How many hits to draw for now, or some more; all where it is not told. */
  most?: number | undefined;
}

/** Hits as a gazette has them: the day in the margin, once for a run of it; findings under their report's title. */
export function Days({ hits, query, most = Number.POSITIVE_INFINITY }: Props) {
  const days = useMemo(() => runs(hits), [hits]);
  return (
    <ol className={styles.days} data-few={most < hits.length || undefined}>
      {upTo(most, days).map(({ day, reports }) => (
        <li key={`${day} ${reports[0]?.hits[0]?.id}`} className={styles.day}>
          <DayMark day={day} />
          <ol className={styles.reports}>
            {reports.map((run) => (
              <Report key={`${run.report} ${run.hits[0]?.id}`} run={run} query={query} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function DayMark({ day }: { day: string | null }) {
  if (!day) return <h2 className={styles.mark}>No date</h2>;
  const { day: number, month, year } = dayParts(day);
  return (
    <h2 className={styles.mark}>
      <time dateTime={day}>
        <span className="visually-hidden">{longDay(day)}</span>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <span className={styles.month} aria-hidden="true">
          {month.slice(0, 3)} {year}
        </span>
      </time>
    </h2>
  );
}
