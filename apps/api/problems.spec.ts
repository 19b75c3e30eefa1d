import { problemType } from '@luotsi/platform/model';

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slices } from './slices';

const root = join(import.meta.dirname, '../..');
const tests = globSync('{apps/api,libs/*/api,libs/*/model}/**/*.spec.ts', { cwd: root })
  .filter((file) => !file.endsWith('problems.spec.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

describe('every problem', () => {
  it.each(slices.flatMap((slice) => Object.keys(slice.problems)))('is tested: %s', (name) => {
    const isTested = tests.includes(problemType(name)) || tests.includes(`'${name}'`);
    expect(isTested).toBe(true);
  });

  it('is one that an operation names, or that any request may end in', () => {
    const named = new Set(
      slices.flatMap(({ operations }) => operations).flatMap((o) => o.problems ?? []),
    );
    const strays = slices
      .filter(({ name }) => name !== 'platform')
      .flatMap(({ problems }) => Object.keys(problems))
      .filter((name) => !named.has(name));
    expect(strays).toEqual([]);
  });

  it('that an operation names stands in a table', () => {
    const known = new Set(slices.flatMap(({ problems }) => Object.keys(problems)));
    const unknown = slices
      .flatMap(({ operations }) => operations)
      .flatMap(({ id, problems = [] }) => problems.map((name) => ({ id, name })))
      .filter(({ name }) => !known.has(name));
    expect(unknown).toEqual([]);
  });
});
