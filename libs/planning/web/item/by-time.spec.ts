import { byTime, firstMonth, lastMonth, timeKey, timeOf } from './by-time';

const item = (name: string, month: number | null, quarter: number | null = null) => ({
  name,
  month,
  quarter,
});

describe('items by time', () => {
  it('stand in the order of the year, a quarter before its months, each in the order given', () => {
    const groups = byTime([
      item('b', 5),
      item('a', 1),
      item('c', 5),
      item('d', null, 2),
      item('e', 12),
    ]);
    expect(groups.map(({ key, items }) => [key, items.map(({ name }) => name).join('')])).toEqual([
      ['m1', 'a'],
      ['q2', 'd'],
      ['m5', 'bc'],
      ['m12', 'e'],
    ]);
  });

  it('have keys that lead back to the time', () => {
    for (const when of [item('', 7), item('', null, 4)])
      expect(timeOf(timeKey(when))).toEqual({ month: when.month, quarter: when.quarter });
    expect(timeOf('')).toEqual({ month: null, quarter: null });
  });

  it('begin and end with their months', () => {
    expect([firstMonth(item('', null, 3)), lastMonth(item('', null, 3))]).toEqual([7, 9]);
    expect([firstMonth(item('', 3)), lastMonth(item('', 3))]).toEqual([3, 3]);
  });
});
