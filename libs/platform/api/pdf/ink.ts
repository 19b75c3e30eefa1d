/** What is printed with: the colours of the product by day, as they stand in `web/look/_colours.scss`. */
export const ink = {
  text: '#1f1d1a',
  quiet: '#5d5850',
  line: '#857e75',
  hairline: '#ded9d1',
  fairway: '#0d4c5f',
} as const;

/** Sizes of letters, in points. */
export const size = { 1: 26, 2: 15, 3: 12, text: 11, small: 9 } as const;

/** Margins of an A4 sheet, in points. */
export const margins = { top: 56, bottom: 64, left: 60, right: 60 } as const;
