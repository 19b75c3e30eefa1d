import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A lock of PostgreSQL's that a number stands for: whoever takes the same one waits. */
interface Taken {
  readonly file: string;
  readonly key: string;
}

const root = join(import.meta.dirname, '../..');

/** Locks of one thing each, such as an address: their numbers are hashes of it. */
const ofThings = /hashtextextended\(\$\d, 0\)/;

/** Every place that takes an advisory lock, with what the lock is known by. */
function locksTaken(): Taken[] {
  const files = globSync('{libs,apps,tools}/**/*.{ts,mjs}', { cwd: root }).filter(
    (file) => !file.endsWith('.spec.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const asked = text.matchAll(
      /pg_(?:try_)?advisory(?:_xact)?_lock(?:_shared)?\(((?:[^()]|\([^()]*\))*)\)/g,
    );
    return [...asked].map(([, key = '']) => ({ file, key: meant(key.trim(), text) }));
  });
}

/** `$1` is the constant that the file calls a lock; anything else stands for itself. */
function meant(key: string, text: string): string {
  if (!/^\$\d$/.test(key)) return key.replaceAll('_', '');
  const [, constant = `unknown ${key}`] = /const \w*LOCK\w* = ([\d_]+);/.exec(text) ?? [];
  return constant.replaceAll('_', '');
}

describe('advisory locks', () => {
  const taken = locksTaken();

  it('are known by a number of their own, a name, or a hash of what they are about', () => {
    expect(taken.length).toBeGreaterThan(5);
    const odd = taken.filter(
      ({ key }) =>
        !/^\d+$/.test(key) && !/^hashtext\('[a-z.]+'\)$/.test(key) && !ofThings.test(key),
    );
    expect(odd).toEqual([]);
  });

  it('never share a number between two places that have nothing to do with each other', () => {
    const files = new Map<string, Set<string>>();
    for (const { file, key } of taken.filter(({ key }) => !ofThings.test(key))) {
      files.set(key, (files.get(key) ?? new Set()).add(file));
    }
    const shared = [...files].filter(([, places]) => places.size > 1);
    expect(shared.map(([key, places]) => [key, ...places])).toEqual([]);
  });
});
