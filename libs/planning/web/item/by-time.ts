import { timingOrder } from '@luotsi/planning/model';

/** When something is planned: a month or a quarter of a year. */
export interface When {
  readonly month: number | null;
  readonly quarter: number | null;
}

/** Items that are planned for the same time, in their own order. */
export interface TimeGroup<Item> extends When {
  readonly key: string;
  readonly items: readonly Item[];
}

/** Items by their month or quarter, in the order of the year; within one in the order given. */
export function byTime<Item extends When>(items: readonly Item[]): TimeGroup<Item>[] {
  const groups = new Map<string, TimeGroup<Item> & { items: Item[] }>();
  for (const item of items) {
    const key = timeKey(item);
    const group = groups.get(key) ?? { key, month: item.month, quarter: item.quarter, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => timingOrder(one) - timingOrder(other));
}

/** `m3` for March, `q2` for the second quarter; the value of a choice of time. */
export function timeKey({ month, quarter }: When): string {
  if (quarter !== null) return `q${quarter}`;
  return month === null ? '' : `m${month}`;
}

/** The time that a key stands for. */
export function timeOf(key: string): When {
  const number = Number(key.slice(1));
  if (key.startsWith('q')) return { month: null, quarter: number };
  return { month: key === '' ? null : number, quarter: null };
}

/** The last month of the time: what is over once that month is. */
export const lastMonth = ({ month, quarter }: When): number => month ?? (quarter ?? 0) * 3;

/** The month under which a calendar shows it. */
export const firstMonth = ({ month, quarter }: When): number =>
  month ?? ((quarter ?? 1) - 1) * 3 + 1;
