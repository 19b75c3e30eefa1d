import { outline, pointAt } from './radar-geometry';

const frame = { axes: 4, centre: 50, radius: 40, highest: 5 };

describe('The radar', () => {
  it('begins at the top and goes clockwise, the highest value at the rim', () => {
    expect(pointAt(frame, 0, 5)).toEqual({ x: 50, y: 10 });
    expect(pointAt(frame, 1, 5)).toEqual({ x: 90, y: 50 });
    expect(pointAt(frame, 2, 2.5)).toEqual({ x: 50, y: 70 });
    expect(pointAt(frame, 3, 0)).toEqual({ x: 50, y: 50 });
  });

  it('leaves out an axis that has no value instead of drawing it as nought', () => {
    expect(outline(frame, [5, null, 5, 5])).toBe('50,10 50,90 10,50');
  });
});
