import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Checks types: `node tools/dev/typecheck.mjs [node|web]`, both by default. Templates included. */
const require = createRequire(import.meta.url);
const checks = {
  node: [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.node.json'],
  web: ['node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', 'tsconfig.web.json'],
};
const wished = process.argv.slice(2);

for (const [name, command] of Object.entries(checks)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  const run = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
