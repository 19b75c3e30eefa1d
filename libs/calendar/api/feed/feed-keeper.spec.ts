import { FeedKeeper } from './feed-keeper';
import { finishFeed } from './kept-feed';

const feedOf = (text: string) => finishFeed(text, new Date(0));

describe('kept feeds', () => {
  it('are made once for all who ask at the same time', async () => {
    const keeper = new FeedKeeper(1_000_000, () => true);
    let made = 0;
    const make = async () => {
      made += 1;
      return feedOf('a');
    };
    await Promise.all([keeper.getOrMake('k', make), keeper.getOrMake('k', make)]);
    await keeper.getOrMake('k', make);
    expect(made).toBe(1);
  });

  it('made before a change are neither kept nor given to those who ask after it', async () => {
    const keeper = new FeedKeeper(1_000_000, () => true);
    let finish: () => void = () => undefined;
    const old = keeper.getOrMake('k', async () => {
      await new Promise<void>((resolve) => (finish = resolve));
      return feedOf('old');
    });
    keeper.drop();
    const fresh = keeper.getOrMake('k', () => feedOf('new'));
    finish();
    await old;
    expect((await fresh)?.identity.toString()).toBe('new');
    expect(keeper.get('k')?.identity.toString()).toBe('new');
  });

  it('are not trusted while changes are not heard', async () => {
    let hearing = true;
    const keeper = new FeedKeeper(1_000_000, () => hearing);
    await keeper.getOrMake('k', () => feedOf('old'));
    hearing = false;
    expect(keeper.get('k')).toBeUndefined();
    const asked = await keeper.getOrMake('k', () => feedOf('new'));
    expect(asked?.identity.toString()).toBe('new');
  });

  it('make room for others within the given bytes', async () => {
    const keeper = new FeedKeeper(2_000, () => true);
    for (const key of ['a', 'b', 'c', 'd', 'e']) await keeper.getOrMake(key, () => feedOf(key));
    expect(keeper.get('a')).toBeUndefined();
    expect(keeper.get('e')).toBeDefined();
  });

  it('do not keep that there is no feed', async () => {
    const keeper = new FeedKeeper(1_000_000, () => true);
    await keeper.getOrMake('k', () => Promise.resolve(null));
    expect(keeper.get('k')).toBeUndefined();
  });
});
