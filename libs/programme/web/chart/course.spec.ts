import { segmentsOf } from './course';

describe('the course of a leg', () => {
  it('begins and ends at the gate, so that legs meet', () => {
    const paths = segmentsOf(3, true).map(({ path }) => path);
    expect(paths[0]).toMatch(/^M30 0/);
    expect(paths[2]).toMatch(/30 100$/);
  });

  it('leads each mark to the next', () => {
    const [first, second] = segmentsOf(7, true);
    expect(first?.path).toMatch(/48 100$/);
    expect(second?.path).toMatch(/^M48 0/);
    expect(second?.at).toBe(75);
  });

  it('ends at the last mark of the last leg', () => {
    expect(segmentsOf(1, false)).toEqual([{ at: 46.875, path: null }]);
    expect(segmentsOf(0, false)).toEqual([]);
  });
});
