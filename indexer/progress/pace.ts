/** How far a run is, at an instant in milliseconds. */
export interface Sample {
  at: number;
  files: number;
  reports: number;
}

/** Of the last half minute, a second; null before there is any. */
export interface Pace {
  files: number | null;
  reports: number | null;
}

const WINDOW_MS = 30_000;
const LEAST_MS = 500;

/** Takes samples in the order of time; the answer to each is the pace. */
export function createPace(): (sample: Sample) => Pace {
  let samples: Sample[] = [];
  return (last) => {
    samples = [...samples.filter(({ at }) => last.at - at <= WINDOW_MS), last];
    const first = samples[0] ?? last;
    const seconds = (last.at - first.at) / 1000;
    if (seconds < LEAST_MS / 1000) return { files: null, reports: null };
    return { files: (last.files - first.files) / seconds, reports: (last.reports - first.reports) / seconds };
  };
}

/** Seconds until all files are done at this pace; null where that cannot be told. */
export function secondsLeft(files: number, total: number | null, { files: pace }: Pace): number | null {
  if (total === null || !pace) return null;
  return Math.max(0, Math.ceil((total - files) / pace));
}
