/** The width of the fairway's drawing, in its own units. */
const WIDTH = 64;

/** Where the line enters and leaves a leg. */
const GATE = 30;

/** How the marks of a leg lie across the fairway, one after another. */
const bends = [GATE, 48, 16, 40, 22];

/** The line from one mark to what follows it. */
export interface Segment {
  /** Where the mark lies, as a percentage of the fairway's width. */
  readonly at: number;
  /** SVG path data in a box of 64 × 100 that is stretched to the row; null where the line ends. */
  readonly path: string | null;
}

/**
 * The course of one leg: a line that bends a little at each mark, as a fairway does.
 * @param marks how many there are
 * @param goesOn whether another leg follows
 */
export function segmentsOf(marks: number, goesOn: boolean): readonly Segment[] {
  return Array.from({ length: marks }, (_, place) => {
    const here = bends[place % bends.length] ?? GATE;
    const isLast = place === marks - 1;
    const there = isLast ? GATE : (bends[(place + 1) % bends.length] ?? GATE);
    return {
      at: (here / WIDTH) * 100,
      path:
        isLast && !goesOn
          ? null
          : `M${String(here)} 0C${String(here)} 50 ${String(there)} 50 ${String(there)} 100`,
    };
  });
}
