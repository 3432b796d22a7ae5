/** Shapes in the plane as the data of SVG paths, and where on them there is room for a word. */
/** In a sheet's own plane. */
export type Point = [x: number, y: number];

function written(numbers: number[]): string {
  return numbers.join(' ').replaceAll(' -', '-');
}

/** Rings in whole units as the data of a path: from its first point on, each is told from the one before. */
export function pathData(rings: Point[][]): string {
  return rings
    .map((ring) => {
      const [first, ...rest] = ring.slice(0, -1).map(([x, y]): Point => [Math.round(x), Math.round(y)]);
      if (!first) return '';
      const steps = rest.flatMap(([x, y], index) => {
        const [beforeX, beforeY] = rest[index - 1] ?? first;
        return x === beforeX && y === beforeY ? [] : [[x - beforeX, y - beforeY]];
      });
      return steps.length > 1 ? `M${written(first)}l${written(steps.flat())}z` : '';
    })
    .join('');
}

export function areaOf(ring: Point[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [beforeX, beforeY] = ring.at(index - 1) ?? [x, y];
    return sum + beforeX * y - x * beforeY;
  }, 0);
  return Math.abs(twice / 2);
}

/** The stretches of a horizontal line that are inside of a ring. */
function stretches(ring: Point[], y: number): [number, number][] {
  const crossings = ring
    .flatMap(([ax, ay], index) => {
      const [bx, by] = ring.at(index - 1) ?? [ax, ay];
      return ay > y === by > y ? [] : [((bx - ax) * (y - ay)) / (by - ay) + ax];
    })
    .sort((a, b) => a - b);
  return crossings.flatMap((from, index) => (index % 2 === 0 ? [[from, crossings[index + 1] ?? from]] : []));
}

const ROWS = 48;

/** The middle of the widest room for a word of a height, or of a lower one where the ring is low. */
export function roomIn(ring: Point[], height: number): Point {
  const ys = ring.map(([, y]) => y);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const half = Math.min(height, (bottom - top) / 3) / 2;
  const rows = Array.from({ length: ROWS }, (_, row) => top + ((row + 0.5) / ROWS) * (bottom - top));
  const rooms = rows.flatMap((y) =>
    stretches(ring, y).flatMap(([left, right]) =>
      stretches(ring, y - half).flatMap(([aboveLeft, aboveRight]) =>
        stretches(ring, y + half).map(([belowLeft, belowRight]) => {
          const [from, to] = [Math.max(left, aboveLeft, belowLeft), Math.min(right, aboveRight, belowRight)];
          return { at: [(from + to) / 2, y] satisfies Point, width: to - from };
        }),
      ),
    ),
  );
  const middle: Point = [mean(ring.map(([x]) => x)), mean(ys)];
  return rooms.reduce<{ at: Point; width: number }>((best, room) => (room.width > best.width ? room : best), {
    at: middle,
    width: 0,
  }).at;
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
