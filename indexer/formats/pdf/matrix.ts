/** `[a, b, c, d, e, f]`, as PDF writes them. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Numbers that PDF.js gives, as a matrix; the one that changes nothing where they are none. */
export function matrixOf(values: unknown): Matrix {
  const [a, b, c, d, e, f]: unknown[] =
    Array.isArray(values) || ArrayBuffer.isView(values) ? [...(values as number[])] : [];
  const number = (value: unknown, instead: number) => (typeof value === 'number' ? value : instead);
  return [number(a, 1), number(b, 0), number(c, 0), number(d, 1), number(e, 0), number(f, 0)];
}

/** What is drawn by `n` on what `m` draws. */
export function product([a, b, c, d, e, f]: Matrix, n: Matrix): Matrix {
  const [g, h, i, j, k, l] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
