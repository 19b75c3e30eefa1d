import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * A contract that is taken under one name makes the bundler keep its slice's whole model together, for
 * every page that takes anything from there: the calendar page carried 45 kB of operations for
 * organisers (11 kB over the wire) because of one such name on another page.
 */
const whole = /\b[a-z]\w*Contract\b/;

describe('pages', () => {
  it('name the operations that they use, and take no whole contract', () => {
    const files = globSync('{libs/*/web,apps/web}/**/*.ts', { cwd: root }).filter(
      (file) => !file.endsWith('.spec.ts'),
    );
    expect(files.length).toBeGreaterThan(100);
    const greedy = files.filter((file) => whole.test(readFileSync(join(root, file), 'utf8')));
    expect(greedy).toEqual([]);
  });
});
