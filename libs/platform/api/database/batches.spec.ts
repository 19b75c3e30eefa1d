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

  describe('that gather', () => {
    const gathering = (runs: number[], patience: number) =>
      new Batches<number, number>(
        (items) => {
          runs.push(items.length);
          return Promise.resolve(items);
        },
        1,
        200,
        { upTo: 4, patience },
      );

    it('wait for as many as the last run had', async () => {
      const runs: number[] = [];
      const batches = gathering(runs, 60_000);
      await Promise.all([1, 2, 3].map((item) => batches.ask(item)));
      const first = batches.ask(4);
      await later();
      const others = [5, 6].map((item) => batches.ask(item));
      await Promise.all([first, ...others]);
      expect(runs).toEqual([3, 3]);
    });

    it('lose their patience when fewer come, and then expect no more', async () => {
      const runs: number[] = [];
      const batches = gathering(runs, 1);
      await Promise.all([1, 2, 3, 4, 5, 6].map((item) => batches.ask(item)));
      await Promise.all([7, 8].map((item) => batches.ask(item)));
      await batches.ask(9);
      await batches.ask(10);
      expect(runs).toEqual([6, 2, 1, 1]);
    });

    it('do not let wait who comes alone', async () => {
      const runs: number[] = [];
      const batches = gathering(runs, 60_000);
      await batches.ask(1);
      await batches.ask(2);
      expect(runs).toEqual([1, 1]);
    });
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
