import type { Hit } from '#lib/search/result.ts';

interface ReportRun {
  /** Key of the run: the report's id. */
  report: string;
  title: string;
  url: string;
  lang: string;
  hits: Hit[];
}

export interface DayRun {
  day: string | null;
  reports: ReportRun[];
}

function reportOf(hit: Hit): Omit<ReportRun, 'hits'> {
  const { lang } = hit;
  if (hit.type === 'report') return { report: hit.id, title: hit.title, url: hit.url, lang };
  return { report: hit.report.id, title: hit.report.title, url: hit.report.url, lang };
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
    const of = reportOf(hit);
    const run = day.reports.at(-1);
    if (run?.report === of.report) run.hits.push(hit);
    else day.reports.push({ ...of, hits: [hit] });
  }
  return days;
}
