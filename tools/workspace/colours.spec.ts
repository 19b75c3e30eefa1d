import { readFileSync } from 'node:fs';

/** The colours as the stylesheet names them: `[by day, by night]`. */
const colours = new Map(
  [
    ...readFileSync('libs/platform/web/look/_colours.scss', 'utf8').matchAll(
      /--lu-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
    ),
  ].map(([, name, day, night]) => [name ?? '', [day ?? '', night ?? ''] as const]),
);

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'sheet', 'sunk'];
const onEveryGround = ['ink', 'quiet', 'fairway', 'green', 'red', 'lantern-word'];

/** Words and what they stand on: at least 4.5:1 (WCAG 2.2, 1.4.3). */
const words = [
  ...grounds.flatMap((ground) => onEveryGround.map((word) => [word, ground] as const)),
  ['on-band', 'fairway-band'],
  ['on-band-quiet', 'fairway-band'],
  ['on-fairway', 'fairway'],
  ['on-fairway-soft', 'fairway-soft'],
  ['fairway', 'fairway-soft'],
  ['on-lantern', 'lantern'],
  ['on-lantern', 'lantern-lit'],
  ['lantern-word', 'lantern-soft'],
  ['ink', 'lantern-soft'],
  ['green', 'green-soft'],
  ['red', 'red-soft'],
  ['ink', 'red-soft'],
  ['quiet', 'red-soft'],
  ['ink', 'green-soft'],
  ['on-red', 'red'],
] as const;

/** The edges of controls and marks that carry meaning: at least 3:1 (1.4.11). */
const edges = [
  ...grounds.flatMap((ground) =>
    ['edge', 'lantern-edge', 'fairway'].map((edge) => [edge, ground] as const),
  ),
  ['fairway', 'line'],
  ['lantern-edge', 'lantern-soft'],
] as const;

describe.each([
  ['by day', 0],
  ['by night', 1],
] as const)('the colours %s', (_, time) => {
  const measure = (one: string, other: string) => {
    const [a, b] = [colours.get(one)?.[time], colours.get(other)?.[time]];
    if (!a || !b) throw new Error(`no such colour: ${a ? other : one}`);
    return contrast(a, b);
  };

  it.each(words)('can be read: %s on %s', (word, ground) => {
    expect(measure(word, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges)('can be seen: %s on %s', (edge, ground) => {
    expect(measure(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});
