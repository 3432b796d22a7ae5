import type { Stage, Tally } from '#indexer/load/tally.ts';
import { type Pace, secondsLeft } from './pace.ts';

/** How far a stretch of a run is. */
export interface Standing {
  stage: Stage['is'];
  tally: Tally;
  /** Files there are; null as long as they are not counted. */
  total: number | null;
  pace: Pace;
}

const WORD = { index: 'indexing', rebuild: 'rebuilding', retag: 'tagging anew' } satisfies Record<Stage['is'], string>;

/** Files that are done with. */
export function filesDone({ read, passed }: Tally): number {
  return read + passed;
}

/** Reports that are in the archive, written by this run or as they were. */
export function reportsIn({ added, changed, unchanged }: Tally): number {
  return added + changed + unchanged;
}

/** `90` as `1 min 30 s`. */
function duration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** Files of one line may be many reports, and many files none: the one that goes on is told. */
function rate({ files, reports }: Pace, unit: string): string[] {
  if (files === null || reports === null) return [];
  const [pace, name] = reports > files ? [reports, 'reports'] : [files, unit];
  if (pace === 0) return [];
  return [`${pace < 10 ? pace.toFixed(1) : Math.round(pace)} ${name}/s`];
}

/** `indexing: 120 of 235 files, 118 reports in, 34 files/s, 2 not read, 4 s left`. */
export function progressLine({ stage, tally, total, pace }: Standing): string {
  const done = filesDone(tally);
  if (tally.files === 0) return `${WORD[stage]}: nothing yet`;
  const reports = reportsIn(tally);
  const what = stage === 'retag' ? 'reports' : 'files';
  const left = secondsLeft(done, total, pace);
  const facts = [
    total === null ? `${done} ${what}` : `${done} of ${total} ${what}`,
    // They come in by batches of hundreds.
    ...(reports > 0 && stage !== 'retag' ? [`${reports} reports in`] : []),
    ...rate(pace, what),
    ...(tally.problems > 0 ? [`${tally.problems} not read`] : []),
    ...(left === null ? [] : [`${duration(left)} left`]),
  ];
  return `${WORD[stage]}: ${facts.join(', ')}`;
}

/** The same behind a bar, in so many columns: what does not fit is cut off at the end. */
export function barLine(standing: Standing, columns: number): string {
  const share = standing.total ? Math.min(1, filesDone(standing.tally) / standing.total) : 0;
  const size = columns < 110 ? 10 : 20;
  const full = Math.round(share * size);
  return `[${'='.repeat(full)}${'-'.repeat(size - full)}] ${progressLine(standing)}`.slice(0, columns - 1);
}
