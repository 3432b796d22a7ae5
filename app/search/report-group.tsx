'use client';
import type { CSSProperties } from 'react';
import type { Query } from '#lib/search/query.ts';
import styles from './days.module.css';
import { Entries } from './entries.tsx';
import { MOST_SHOWN, type ReportRun } from './group.ts';
import { More } from './more.tsx';

/** Hits of one report under its title: the first few, and the rest behind one line that says how many. */
export function ReportGroup({ run, query }: { run: ReportRun; query: Query }) {
  const { title, url, lang, hits, matches } = run;
  const alone = query.report !== null;
  const shown = alone ? hits : hits.slice(0, MOST_SHOWN);
  const style: CSSProperties & Record<`--${string}`, number> = { '--shown': shown.length };
  return (
    <li className={styles.report} style={style}>
      <h3 className={styles.title} lang={lang}>
        <a href={url}>{title}</a>
      </h3>
      <div className={styles.bracket}>
        <Entries hits={shown} query={query} />
        {!alone && matches > shown.length && <More run={run} folded={hits.slice(shown.length)} query={query} />}
      </div>
    </li>
  );
}
