import { Gate } from './gate';
import { Turns } from './turns';

/** Work that notes when it begins and ends only when told. */
function works(count: number) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (place: number) => () => {
    begun.push(place);
    return new Promise<number>((resolve) => (ends[place] = () => resolve(place)));
  };
  return {
    begun,
    end: (place: number) => ends[place]?.(),
    all: Array.from({ length: count }, (_, i) => work(i)),
  };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a gate', () => {
  it('lets two go on at once and the others in their order', async () => {
    const { begun, end, all } = works(4);
    const gate = new Gate(2);
    const passed = all.map((work) => gate.pass(work));
    expect(begun).toEqual([0, 1]);
    end(1);
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    end(0);
    end(2);
    await settle();
    end(3);
    expect(await Promise.all(passed)).toEqual([0, 1, 2, 3]);
  });

  it('makes room again when something fails', async () => {
    const gate = new Gate(1);
    await expect(gate.pass(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await gate.pass(() => Promise.resolve('next'))).toBe('next');
  });
});

describe('turns', () => {
  it('go one by one under a key and side by side under different ones', async () => {
    const { begun, end, all } = works(3);
    const turns = new Turns();
    const keys = ['a', 'a', 'b'];
    const taken = all.map((work, place) => turns.take(keys[place] ?? '', work));
    await settle();
    expect(begun).toEqual([0, 2]);
    end(0);
    await settle();
    expect(begun).toEqual([0, 2, 1]);
    end(1);
    end(2);
    expect(await Promise.all(taken)).toEqual([0, 1, 2]);
  });

  it('go on after one that failed', async () => {
    const turns = new Turns();
    const failed = turns.take('a', () => Promise.reject(new Error('failed')));
    const next = turns.take('a', () => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('failed');
    expect(await next).toBe('next');
  });
});
