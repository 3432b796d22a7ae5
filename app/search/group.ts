import { reportIdOf } from '#lib/search/by-report.ts';
import type { Hit } from '#lib/search/result.ts';

/** Of one report, before the others get their turn: the rest is behind one line that says how many. */
export const MOST_SHOWN = 3;

/** Hits of one report that stand together. */
export interface ReportRun {
  report: string;
  title: string;
  url: string;
  lang: string;
  /** How many of its findings the search finds; of a report itself 1. */
  matches: number;
  hits: Hit[];
}

export interface DayRun {
  day: string | null;
  reports: ReportRun[];
}

function runOf(hit: Hit): ReportRun {
  const { title, url } = hit.type === 'finding' ? hit.report : hit;
  const matches = hit.type === 'finding' ? hit.report.matches : 1;
  return { report: reportIdOf(hit), title, url, lang: hit.lang, matches, hits: [hit] };
}

/** Hits in their order, neighbours of one day and of one report put together. */
export function runs(hits: Hit[]): DayRun[] {
  const days: DayRun[] = [];
  for (const hit of hits) {
    let day = days.at(-1);
    if (!day || day.day !== hit.dates.covered) {
      day = { day: hit.dates.covered, reports: [] };
      days.push(day);
    }
    const run = day.reports.at(-1);
    if (run?.report === reportIdOf(hit)) run.hits.push(hit);
    else day.reports.push(runOf(hit));
  }
  return days;
}

/** As many of them as it takes to show so many hits. */
export function upTo(most: number, days: DayRun[]): DayRun[] {
  let left = most;
  const fits = ({ hits }: ReportRun) => {
    const before = left;
    left -= Math.min(hits.length, MOST_SHOWN);
    return before > 0;
  };
  return days.map(({ day, reports }) => ({ day, reports: reports.filter(fits) })).filter(({ reports }) => reports[0]);
}

/** The id of a hit's article on the page, which can take the focus. */
export function entryId({ id }: Pick<Hit, 'id'>): string {
  return `hit-${id}`;
}
