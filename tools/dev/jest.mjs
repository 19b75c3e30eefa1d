import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs Jest with ES modules on: `node tools/dev/jest.mjs [Jest's arguments]`. */
const jest = fileURLToPath(import.meta.resolve('jest/bin/jest'));
const run = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', jest, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exit(run.status ?? 1);
