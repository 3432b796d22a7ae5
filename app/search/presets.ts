import type { Result } from '#lib/search/result.ts';

/** Spans of days that are often searched; they count back from the newest report. */
export function presetsOf({ histogram }: Pick<Result, 'histogram'>): { label: string; from: string | null }[] {
  const year = histogram.buckets.at(-1)?.from.slice(0, 4);
  return [
    { label: 'Last 7 days', from: '7d' },
    { label: 'Last 30 days', from: '30d' },
    ...(year ? [{ label: `This year, ${year}`, from: `${year}-01-01` }] : []),
    { label: 'All', from: null },
  ];
}
