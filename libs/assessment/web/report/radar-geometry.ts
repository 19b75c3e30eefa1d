/** A point of the chart, in its own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the chart's middle lies and how far the highest value reaches. */
export interface RadarFrame {
  readonly axes: number;
  readonly centre: number;
  readonly radius: number;
  readonly highest: number;
}

/** Where a value stands on an axis; the first axis points up, the others follow clockwise. */
export function pointAt(
  { axes, centre, radius, highest }: RadarFrame,
  axis: number,
  value: number,
): Point {
  const angle = (2 * Math.PI * axis) / axes - Math.PI / 2;
  const distance = (radius * value) / highest;
  return {
    x: round(centre + distance * Math.cos(angle)),
    y: round(centre + distance * Math.sin(angle)),
  };
}

/** The corners of a line around the chart as SVG wants them; axes without a value are left out. */
export function outline(frame: RadarFrame, values: readonly (number | null)[]): string {
  return values
    .flatMap((value, axis) => (value === null ? [] : [pointAt(frame, axis, value)]))
    .map(({ x, y }) => `${String(x)},${String(y)}`)
    .join(' ');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
