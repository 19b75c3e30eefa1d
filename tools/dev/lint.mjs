import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { createProjectGraphAsync } from '@nx/devkit';

/**
 * Lints: `node tools/dev/lint.mjs [ESLint's arguments]`, everything by default. The import law is
 * silently skipped when Nx has no graph of the rooms, so the graph is made first.
 */
process.env['NX_DAEMON'] = 'false';
await createProjectGraphAsync({ exitOnError: true });

const given = process.argv.slice(2);
const eslint = createRequire(import.meta.url).resolve('eslint/package.json');
const run = spawnSync(
  process.execPath,
  [eslint.replace('package.json', 'bin/eslint.js'), ...(given.length > 0 ? given : ['.'])],
  { stdio: 'inherit' },
);
process.exit(run.status ?? 1);
