import { Batches } from './batches';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('batches', () => {
  it('serve alone what comes alone, and together what waited, in order', async () => {
    const runs: number[][] = [];
    const batches = new Batches<number, number>(async (items) => {
      runs.push([...items]);
      await later();
      return items.map((item) => item * 10);
    }, 1);
    const first = batches.ask(1);
    await new Promise(setImmediate);
    const others = [2, 3, 4].map((item) => batches.ask(item));
    expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40]);
    expect(runs).toEqual([[1], [2, 3, 4]]);
  });

  it('take no more at once than they are told', async () => {
    const sizes: number[] = [];
    const batches = new Batches<number, number>(
      (items) => {
        sizes.push(items.length);
        return Promise.resolve(items);
      },
      1,
      2,
    );
    await Promise.all([1, 2, 3, 4, 5].map((item) => batches.ask(item)));
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('let one that fails not spoil the others', async () => {
    const batches = new Batches<number, number>((items) => {
      if (items.includes(13)) throw new Error('unlucky');
      return Promise.resolve(items);
    }, 1);
    const outcomes = await Promise.allSettled([12, 13, 14].map((item) => batches.ask(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
