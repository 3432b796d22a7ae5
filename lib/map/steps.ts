const STEPS = 4;

/** The nearest of 1, 2, 5, 10, 20, 50 ... */
function round(number: number): number {
  const power = 10 ** Math.floor(Math.log10(number));
  const [nearest = 1] = [1, 2, 5, 10].toSorted((a, b) => Math.abs(a - number / power) - Math.abs(b - number / power));
  return nearest * power;
}

/** Least counts of at most four steps that lead evenly, each by the same factor, up to the largest count. */
export function stepsTo(most: number): number[] {
  const starts = Array.from({ length: STEPS }, (_, step) => round(Math.max(1, most) ** (step / STEPS)));
  return [...new Set(starts)];
}

/** Which step a count is on, from 1; 0 for none. */
export function stepOf(count: number, steps: number[]): number {
  return steps.filter((least) => count >= least).length;
}
