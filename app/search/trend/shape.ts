/** Buckets on each side of one that its mean is taken of. */
const AROUND = 3;
/** A line of more days than these is drawn as means of seven: days without reports would hide how it goes. */
const MOST_DAYS = 28;
/** Between two letters, in pixels. */
const APART = 10;

/** What a line is called on the chart: A, B ... */
export function letterOf(line: number): string {
  return 'ABCDE'.charAt(line);
}

export function isSmoothed(interval: string, buckets: number): boolean {
  return interval === 'day' && buckets > MOST_DAYS;
}

/** Each count as the mean of those around it; at the ends, of those there are. */
export function smoothed(counts: number[]): number[] {
  return counts.map((_, at) => {
    const around = counts.slice(Math.max(0, at - AROUND), at + AROUND + 1);
    return around.reduce((sum, count) => sum + count, 0) / around.length;
  });
}

/** Where the letters of lines stand that end at these heights: moved up where they would meet. */
export function apart(ys: number[]): number[] {
  const letters: number[] = [];
  let below = Number.POSITIVE_INFINITY;
  const lowestFirst = ys.map((y, line) => ({ y, line })).sort((one, other) => other.y - one.y);
  for (const { y, line } of lowestFirst) {
    below = Math.min(y, below - APART);
    letters[line] = below;
  }
  return letters;
}
