/** The value that this share of all is below, such as 0.95; NaN of none. */
export function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

export function median(values: number[]): number {
  return quantile(values, 0.5);
}
